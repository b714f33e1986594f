alter table review_case add column if not exists reviews_published boolean not null default false
