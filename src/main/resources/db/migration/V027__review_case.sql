create table if not exists review_case (
  id binary(16) not null primary key,
  revision bigint not null,
  paper_id binary(16) not null,
  body_id binary(16) not null,
  reference varchar(40) not null,
  title varchar(500) not null,
  state varchar(20) not null,
  round int not null,
  version int not null,
  moved_at datetime(6) not null,
  constraint uq_review_case_paper unique (paper_id),
  constraint fk_review_case_paper foreign key (paper_id) references paper (id),
  constraint fk_review_case_body foreign key (body_id) references body (id)
)
