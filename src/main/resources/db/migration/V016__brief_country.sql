create table if not exists brief_country (
  brief_id binary(16) not null,
  country char(2) not null,
  primary key (brief_id, country),
  constraint fk_brief_country_brief foreign key (brief_id) references brief (id)
)
