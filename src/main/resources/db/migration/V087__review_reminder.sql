create table if not exists review_reminder (
  assignment_id binary(16) not null,
  kind varchar(20) not null,
  for_on date not null,
  number int not null,
  sent_at datetime(6) not null,
  primary key (assignment_id, kind, for_on, number),
  constraint fk_review_reminder_assignment foreign key (assignment_id) references review_assignment (id)
)
