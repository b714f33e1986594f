alter table brief add column if not exists superseded_by binary(16)
