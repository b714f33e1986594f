alter table paper add column if not exists withdrawn_from varchar(20)
