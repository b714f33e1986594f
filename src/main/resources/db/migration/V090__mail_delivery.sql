create table if not exists mail_delivery (
  mail_id binary(16) not null primary key,
  state varchar(20) not null,
  attempts int not null,
  next_at datetime(6),
  message_id varchar(250) not null,
  stop_token char(40) not null,
  sent_at datetime(6),
  failure varchar(500),
  digest_id binary(16),
  key ix_mail_delivery_due (state, next_at),
  constraint uq_mail_delivery_stop unique (stop_token),
  constraint fk_mail_delivery_mail foreign key (mail_id) references mail (id)
)
