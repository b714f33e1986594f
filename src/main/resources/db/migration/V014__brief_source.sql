create table if not exists brief_source (
  brief_id binary(16) not null,
  position int not null,
  paper_id binary(16) not null,
  version int not null,
  primary key (brief_id, position),
  constraint fk_brief_source_brief foreign key (brief_id) references brief (id)
)
