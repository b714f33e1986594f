alter table paper add column if not exists funding varchar(2000) not null default ''
