create table if not exists audit_seal (
  position bigint not null primary key,
  line_seq bigint not null,
  hash char(64) not null,
  sealed_at datetime(6) not null,
  constraint uq_audit_seal_line unique (line_seq)
)
