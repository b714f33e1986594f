alter table paper_version add column if not exists change_note varchar(4000) not null default ''
