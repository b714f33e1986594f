create table if not exists mail (
  id binary(16) not null primary key,
  recipient_id binary(16) not null,
  kind varchar(60) not null,
  subject varchar(1000) not null,
  body text not null,
  why varchar(1000) not null,
  path varchar(500) not null,
  created_at datetime(6) not null,
  read_at datetime(6),
  key ix_mail_recipient (recipient_id, created_at),
  constraint fk_mail_person foreign key (recipient_id) references person (id)
)
