alter table paper add column if not exists withdrawal_reason varchar(2000)
