create table if not exists policy_option (
  id binary(16) not null primary key,
  revision bigint not null,
  state varchar(20) not null,
  body_id binary(16) not null,
  language varchar(8) not null,
  what varchar(500) not null,
  who varchar(300) not null,
  evidence varchar(10) not null,
  agreement varchar(10) not null,
  cost varchar(10) not null,
  key ix_policy_option_state (state),
  constraint fk_policy_option_body foreign key (body_id) references body (id)
)
