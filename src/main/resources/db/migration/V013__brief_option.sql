create table if not exists brief_option (
  brief_id binary(16) not null,
  position int not null,
  what varchar(500) not null,
  who varchar(300) not null,
  evidence varchar(10) not null,
  cost varchar(10) not null,
  primary key (brief_id, position),
  constraint fk_brief_option_brief foreign key (brief_id) references brief (id)
)
