create table if not exists account (
  person_id binary(16) not null primary key,
  password_hash varchar(200) not null,
  enabled boolean not null,
  created_at datetime(6) not null,
  constraint fk_account_person foreign key (person_id) references person (id)
)
