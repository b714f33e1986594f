alter table brief add column if not exists ended_reason varchar(2000)
