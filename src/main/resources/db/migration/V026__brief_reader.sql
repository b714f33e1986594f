create table if not exists brief_reader (
  brief_id binary(16) not null,
  scope varchar(10) not null,
  term varchar(80) not null,
  excluded boolean not null,
  primary key (brief_id, scope, term),
  key ix_brief_reader_term (term, scope),
  constraint fk_brief_reader_brief foreign key (brief_id) references brief (id)
)
