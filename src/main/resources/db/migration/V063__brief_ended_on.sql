alter table brief add column if not exists ended_on date
