create table if not exists person_profile (
  person_id binary(16) not null primary key,
  revision bigint not null,
  organisation_id binary(16),
  orcid char(19),
  slug varchar(120),
  consented_at datetime(6),
  biography varchar(2000) not null,
  away_from date,
  away_to date,
  most_reviews int,
  constraint uq_person_profile_slug unique (slug),
  constraint fk_person_profile_person foreign key (person_id) references person (id),
  constraint fk_person_profile_organisation foreign key (organisation_id) references organisation (id)
)
