create table if not exists paper_call (
  id binary(16) not null primary key,
  revision bigint not null,
  body_id binary(16) not null,
  standing_of binary(16),
  title varchar(200) not null,
  text text not null,
  opens_on date,
  closes_on date,
  blindness varchar(10) not null,
  publishes_reviews boolean not null,
  closed_at datetime(6),
  constraint uq_paper_call_standing unique (standing_of),
  constraint fk_paper_call_body foreign key (body_id) references body (id)
)
