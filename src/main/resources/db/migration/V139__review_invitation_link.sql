create table if not exists review_invitation_link (
  token_hash char(64) not null primary key,
  assignment_id binary(16) not null,
  created_at datetime(6) not null,
  constraint fk_review_invitation_link_assignment foreign key (assignment_id) references review_assignment (id)
)
