create table if not exists desk_put_off (
  person_id binary(16) not null,
  task varchar(250) not null,
  until date not null,
  primary key (person_id, task),
  constraint fk_desk_put_off_person foreign key (person_id) references person (id)
)
