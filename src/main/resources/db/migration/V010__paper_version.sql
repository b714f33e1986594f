create table if not exists paper_version (
  paper_id binary(16) not null,
  number int not null,
  sha256 char(64) not null,
  file_name varchar(200) not null,
  uploaded_at datetime(6) not null,
  primary key (paper_id, number),
  constraint fk_paper_version_paper foreign key (paper_id) references paper (id),
  constraint fk_paper_version_file foreign key (sha256) references stored_file (sha256)
)
