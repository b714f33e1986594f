create table if not exists person (
  id binary(16) not null primary key,
  name varchar(200) not null,
  email varchar(254) not null,
  affiliation varchar(300) not null,
  country char(2) not null,
  zone varchar(60) not null,
  constraint uq_person_email unique (email)
)
