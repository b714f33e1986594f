create index if not exists ix_mail_delivery_digest on mail_delivery (digest_id)
