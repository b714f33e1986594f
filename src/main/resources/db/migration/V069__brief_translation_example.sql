create table if not exists brief_translation_example (
  translation_id binary(16) not null,
  position int not null,
  country char(2) not null,
  text varchar(2000) not null,
  primary key (translation_id, position),
  constraint fk_brief_translation_example foreign key (translation_id) references brief_translation (id)
)
