create table if not exists brief_theme (
  brief_id binary(16) not null,
  theme varchar(40) not null,
  primary key (brief_id, theme),
  constraint fk_brief_theme_brief foreign key (brief_id) references brief (id),
  constraint fk_brief_theme_theme foreign key (theme) references theme (code)
)
