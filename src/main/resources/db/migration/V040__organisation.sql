create table if not exists organisation (
  id binary(16) not null primary key,
  name varchar(300) not null,
  kind varchar(30) not null,
  country char(2) not null,
  constraint uq_organisation_name unique (name)
)
