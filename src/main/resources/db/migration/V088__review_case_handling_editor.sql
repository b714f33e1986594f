alter table review_case add column if not exists handling_editor binary(16)
