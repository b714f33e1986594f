create table if not exists paper_country (
  paper_id binary(16) not null,
  country char(2) not null,
  primary key (paper_id, country),
  constraint fk_paper_country_paper foreign key (paper_id) references paper (id)
)
