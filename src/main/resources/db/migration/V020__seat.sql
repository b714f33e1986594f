create table if not exists seat (
  body_id binary(16) not null,
  person_id binary(16) not null,
  role varchar(30) not null,
  held_from date not null,
  held_to date,
  primary key (body_id, person_id, role, held_from),
  constraint fk_seat_body foreign key (body_id) references body (id),
  constraint fk_seat_person foreign key (person_id) references person (id)
)
