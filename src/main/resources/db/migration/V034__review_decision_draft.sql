create table if not exists review_decision_draft (
  case_id binary(16) not null primary key,
  revision bigint not null,
  outcome varchar(20),
  letter text not null,
  constraint fk_review_decision_draft_case foreign key (case_id) references review_case (id)
)
