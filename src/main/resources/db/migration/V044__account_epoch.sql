alter table account add column if not exists epoch bigint not null default 0
