alter table paper add column if not exists call_id binary(16)
