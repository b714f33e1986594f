create table if not exists audit_head (
  one int not null primary key,
  position bigint not null,
  hash char(64) not null,
  sealed_at datetime(6) not null
)
