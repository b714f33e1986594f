create table if not exists audit_line (
  seq bigint not null auto_increment primary key,
  happened_at datetime(6) not null,
  actor_id binary(16),
  actor_name varchar(200) not null,
  action varchar(60) not null,
  subject_kind varchar(30) not null,
  subject_id binary(16) not null,
  detail varchar(2000)
)
