create table if not exists brief_return (
  id binary(16) not null primary key,
  brief_id binary(16) not null,
  reason text not null,
  returned_by binary(16) not null,
  returned_at datetime(6) not null,
  key ix_brief_return_brief (brief_id),
  constraint fk_brief_return_brief foreign key (brief_id) references brief (id)
)
