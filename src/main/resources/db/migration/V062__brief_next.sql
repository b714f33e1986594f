alter table brief add column if not exists next_id binary(16)
