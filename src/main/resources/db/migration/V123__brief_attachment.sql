create table if not exists brief_attachment (
  brief_id binary(16) not null,
  position int not null,
  sha256 char(64) not null,
  file_name varchar(200) not null,
  primary key (brief_id, position),
  constraint fk_brief_attachment_brief foreign key (brief_id) references brief (id),
  constraint fk_brief_attachment_file foreign key (sha256) references stored_file (sha256)
)
