create table if not exists paper_supplement (
  paper_id binary(16) not null,
  version int not null,
  number int not null,
  sha256 char(64) not null,
  label varchar(300) not null,
  file_name varchar(200) not null,
  uploaded_at datetime(6) not null,
  primary key (paper_id, version, number),
  constraint fk_paper_supplement_paper foreign key (paper_id) references paper (id),
  constraint fk_paper_supplement_file foreign key (sha256) references stored_file (sha256)
)
