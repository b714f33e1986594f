create table if not exists person_theme (
  person_id binary(16) not null,
  theme varchar(40) not null,
  primary key (person_id, theme),
  constraint fk_person_theme_person foreign key (person_id) references person (id)
)
