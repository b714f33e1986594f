create table if not exists paper_author (
  paper_id binary(16) not null,
  position int not null,
  name varchar(200) not null,
  affiliation varchar(300) not null,
  person_id binary(16),
  primary key (paper_id, position),
  constraint fk_paper_author_paper foreign key (paper_id) references paper (id)
)
