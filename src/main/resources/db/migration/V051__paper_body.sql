alter table paper modify column body_id binary(16) null
