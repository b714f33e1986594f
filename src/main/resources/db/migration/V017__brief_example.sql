create table if not exists brief_example (
  brief_id binary(16) not null,
  position int not null,
  country char(2) not null,
  text varchar(2000) not null,
  primary key (brief_id, position),
  constraint fk_brief_example_brief foreign key (brief_id) references brief (id)
)
