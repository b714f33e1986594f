alter table paper_author add column if not exists orcid varchar(60)
