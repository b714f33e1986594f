create table if not exists paper_group (
  paper_id binary(16) not null,
  body_id binary(16) not null,
  primary key (paper_id, body_id),
  constraint fk_paper_group_paper foreign key (paper_id) references paper (id),
  constraint fk_paper_group_body foreign key (body_id) references body (id)
)
