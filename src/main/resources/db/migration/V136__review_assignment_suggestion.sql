alter table review_assignment add column if not exists suggestion varchar(500)
