create table if not exists stored_file (
  sha256 char(64) not null primary key,
  size_bytes bigint not null,
  media_type varchar(100) not null,
  stored_at datetime(6) not null
)
