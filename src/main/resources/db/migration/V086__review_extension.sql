create table if not exists review_extension (
  id binary(16) not null primary key,
  revision bigint not null,
  assignment_id binary(16) not null,
  until_on date not null,
  why varchar(1000) not null,
  asked_at datetime(6) not null,
  granted boolean,
  answered_at datetime(6),
  key ix_review_extension_assignment (assignment_id, answered_at),
  constraint fk_review_extension_assignment foreign key (assignment_id) references review_assignment (id)
)
