alter table brief add column if not exists edition int not null default 1
