alter table paper modify column reference varchar(40) null
