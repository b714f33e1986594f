alter table brief add column if not exists edition_of binary(16)
