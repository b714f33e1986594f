create table if not exists file_rendition (
  sha256 char(64) not null primary key,
  rendition char(64) not null,
  constraint fk_file_rendition_file foreign key (sha256) references stored_file (sha256),
  constraint fk_file_rendition_rendition foreign key (rendition) references stored_file (sha256)
)
