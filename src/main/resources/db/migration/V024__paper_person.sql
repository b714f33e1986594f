create table if not exists paper_person (
  paper_id binary(16) not null,
  person_id binary(16) not null,
  tie varchar(20) not null,
  primary key (paper_id, person_id, tie),
  constraint fk_paper_person_paper foreign key (paper_id) references paper (id),
  constraint fk_paper_person_person foreign key (person_id) references person (id)
)
