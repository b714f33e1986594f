create table if not exists paper_keyword (
  paper_id binary(16) not null,
  position int not null,
  keyword varchar(200) not null,
  primary key (paper_id, position),
  constraint fk_paper_keyword_paper foreign key (paper_id) references paper (id)
)
