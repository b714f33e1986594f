create table if not exists review_score (
  assignment_id binary(16) not null,
  criterion varchar(20) not null,
  score int not null,
  primary key (assignment_id, criterion),
  constraint fk_review_score_assignment foreign key (assignment_id) references review_assignment (id)
)
