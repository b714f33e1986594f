create table if not exists mail_digest (
  person_id binary(16) not null,
  on_day date not null,
  mail_id binary(16) not null,
  primary key (person_id, on_day),
  constraint fk_mail_digest_mail foreign key (mail_id) references mail (id)
)
