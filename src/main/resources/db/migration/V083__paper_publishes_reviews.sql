alter table paper add column if not exists publishes_reviews boolean not null default false
