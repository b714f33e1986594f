create table if not exists search_change (
  seq bigint not null auto_increment primary key,
  kind varchar(20) not null,
  subject_id binary(16) not null,
  changed_at datetime(6) not null
)
