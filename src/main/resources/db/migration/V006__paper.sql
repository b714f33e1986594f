create table if not exists paper (
  id binary(16) not null primary key,
  revision bigint not null,
  reference varchar(40) not null unique,
  state varchar(20) not null,
  type varchar(20) not null,
  title varchar(500) not null,
  abstract_text longtext not null,
  language varchar(8) not null,
  body_id binary(16) not null,
  published_on date,
  sent_version int not null,
  published_version int,
  constraint fk_paper_body foreign key (body_id) references body (id)
)
