create table if not exists paper_theme (
  paper_id binary(16) not null,
  theme varchar(40) not null,
  primary key (paper_id, theme),
  constraint fk_paper_theme_paper foreign key (paper_id) references paper (id),
  constraint fk_paper_theme_theme foreign key (theme) references theme (code)
)
