create table if not exists review_decision (
  id binary(16) not null primary key,
  case_id binary(16) not null,
  round int not null,
  outcome varchar(20) not null,
  letter text not null,
  decided_by binary(16) not null,
  decided_at datetime(6) not null,
  constraint fk_review_decision_case foreign key (case_id) references review_case (id),
  constraint fk_review_decision_person foreign key (decided_by) references person (id)
)
