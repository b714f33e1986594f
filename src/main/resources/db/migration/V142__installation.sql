create table if not exists installation (
  one int not null primary key,
  id binary(16) not null,
  founded_at datetime(6) not null
)
