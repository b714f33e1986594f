create table if not exists brief (
  id binary(16) not null primary key,
  revision bigint not null,
  slug varchar(120) not null unique,
  state varchar(20) not null,
  number varchar(20) unique,
  title varchar(500) not null,
  summary varchar(2000) not null,
  audience varchar(300) not null,
  body_markdown longtext not null,
  language varchar(8) not null,
  body_id binary(16) not null,
  published_on date,
  constraint fk_brief_body foreign key (body_id) references body (id)
)
