create table if not exists account_link (
  token_hash char(64) not null primary key,
  person_id binary(16) not null,
  purpose varchar(20) not null,
  created_at datetime(6) not null,
  expires_at datetime(6) not null,
  used_at datetime(6),
  key ix_account_link_person (person_id, purpose),
  constraint fk_account_link_person foreign key (person_id) references person (id)
)
