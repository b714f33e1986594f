create table if not exists file_text (
  sha256 char(64) not null,
  unit_number int not null,
  unit_kind varchar(10) not null,
  unit_text longtext not null,
  primary key (sha256, unit_number),
  constraint fk_file_text_file foreign key (sha256) references stored_file (sha256)
)
