create table if not exists paper_language (
  paper_id binary(16) not null,
  language varchar(8) not null,
  primary key (paper_id, language),
  constraint fk_paper_language_paper foreign key (paper_id) references paper (id)
)
