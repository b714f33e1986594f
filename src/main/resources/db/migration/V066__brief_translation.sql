create table if not exists brief_translation (
  id binary(16) not null primary key,
  brief_id binary(16) not null,
  language varchar(8) not null,
  state varchar(20) not null,
  slug varchar(120) unique,
  title varchar(500) not null,
  summary varchar(2000) not null,
  audience varchar(300) not null,
  body_markdown longtext not null,
  constraint uq_brief_translation_language unique (brief_id, language),
  constraint fk_brief_translation_brief foreign key (brief_id) references brief (id)
)
