create table if not exists brief_source_look (
  brief_id binary(16) not null,
  paper_id binary(16) not null,
  seen varchar(20) not null,
  primary key (brief_id, paper_id),
  constraint fk_brief_source_look_brief foreign key (brief_id) references brief (id)
)
