create table if not exists brief_translation_key_message (
  translation_id binary(16) not null,
  position int not null,
  message varchar(1000) not null,
  primary key (translation_id, position),
  constraint fk_brief_translation_key_message foreign key (translation_id) references brief_translation (id)
)
