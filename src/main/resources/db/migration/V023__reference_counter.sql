create table if not exists reference_counter (
  prefix varchar(30) not null primary key,
  last_number int not null
)
