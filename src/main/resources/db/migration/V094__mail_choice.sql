create table if not exists mail_choice (
  person_id binary(16) not null,
  topic varchar(30) not null,
  way varchar(20) not null,
  primary key (person_id, topic),
  constraint fk_mail_choice_person foreign key (person_id) references person (id)
)
