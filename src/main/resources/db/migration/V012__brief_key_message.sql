create table if not exists brief_key_message (
  brief_id binary(16) not null,
  position int not null,
  message varchar(1000) not null,
  primary key (brief_id, position),
  constraint fk_brief_key_message_brief foreign key (brief_id) references brief (id)
)
