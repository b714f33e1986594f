alter table review_case add column if not exists handling_why varchar(500)
