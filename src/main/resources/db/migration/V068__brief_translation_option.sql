create table if not exists brief_translation_option (
  translation_id binary(16) not null,
  position int not null,
  what varchar(500) not null,
  who varchar(300) not null,
  primary key (translation_id, position),
  constraint fk_brief_translation_option foreign key (translation_id) references brief_translation (id)
)
