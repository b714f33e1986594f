create table if not exists review_decision_draft (
  id binary(16) not null primary key,
  revision bigint not null,
  case_id binary(16) not null,
  person_id binary(16) not null,
  outcome varchar(20),
  letter text not null,
  constraint uq_review_decision_draft unique (case_id, person_id),
  constraint fk_review_decision_draft_case foreign key (case_id) references review_case (id)
)
