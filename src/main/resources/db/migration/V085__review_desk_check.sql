create table if not exists review_desk_check (
  id binary(16) not null primary key,
  revision bigint not null,
  case_id binary(16) not null,
  point varchar(20) not null,
  verdict varchar(20),
  note varchar(2000) not null,
  checked_by binary(16) not null,
  checked_at datetime(6) not null,
  constraint uq_review_desk_check unique (case_id, point),
  constraint fk_review_desk_check_case foreign key (case_id) references review_case (id),
  constraint fk_review_desk_check_person foreign key (checked_by) references person (id)
)
