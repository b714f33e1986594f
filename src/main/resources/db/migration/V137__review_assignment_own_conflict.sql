alter table review_assignment add column if not exists own_conflict boolean not null default false
