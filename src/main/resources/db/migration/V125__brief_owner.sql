alter table brief add column if not exists owner_id binary(16)
