create table if not exists paper_reader (
  paper_id binary(16) not null,
  scope varchar(10) not null,
  term varchar(80) not null,
  excluded boolean not null,
  primary key (paper_id, scope, term),
  key ix_paper_reader_term (term, scope),
  constraint fk_paper_reader_paper foreign key (paper_id) references paper (id)
)
