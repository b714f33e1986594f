alter table mail add column if not exists about_id binary(16)
