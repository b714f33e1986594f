alter table paper add column if not exists blindness varchar(10) not null default 'SINGLE'
