alter table paper add column if not exists withdrawn_at datetime(6)
