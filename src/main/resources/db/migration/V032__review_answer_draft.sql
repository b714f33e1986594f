create table if not exists review_answer_draft (
  comment_id binary(16) not null primary key,
  revision bigint not null,
  case_id binary(16) not null,
  disposition varchar(20),
  answer text not null,
  pointer varchar(300) not null,
  key ix_review_answer_draft_case (case_id),
  constraint fk_review_answer_draft_comment foreign key (comment_id) references review_comment (id)
)
