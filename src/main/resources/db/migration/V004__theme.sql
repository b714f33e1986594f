create table if not exists theme (
  code varchar(40) not null primary key,
  label varchar(100) not null,
  ordinal int not null
)
