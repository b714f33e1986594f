create table if not exists body (
  id binary(16) not null primary key,
  code varchar(20) not null unique,
  slug varchar(60) not null unique,
  name varchar(200) not null,
  kind varchar(30) not null,
  theme varchar(40),
  active boolean not null,
  ordinal int not null,
  remit varchar(2000) not null
)
