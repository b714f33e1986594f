alter table mail add column if not exists about_kind varchar(30)
