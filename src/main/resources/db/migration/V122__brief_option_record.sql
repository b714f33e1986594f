alter table brief_option add column if not exists option_id binary(16)
