alter table brief_option add column if not exists agreement varchar(10) not null default 'medium'
