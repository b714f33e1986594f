alter table paper add column if not exists next_note varchar(4000) not null default ''
