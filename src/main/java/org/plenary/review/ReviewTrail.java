package org.plenary.review;

import java.util.List;
import org.plenary.audit.SubjectAccess;
import org.springframework.stereotype.Component;

/**
 * Who reads the trace of a review: the secretariat, which may know who reviews, unless author or in
 * conflict; see {@link ReviewAccess#mayKnowReviewers}. It reads no review, so no words of one
 * either; and what is still being written leaves no trace that others read. An action that is not
 * named here is shown to nobody.
 */
@Component
class ReviewTrail implements SubjectAccess {
  private static final String CASES =
      "'case.opened', 'reviewer.invited', 'invitation.accepted', 'invitation.declined',"
          + " 'case.decided', 'case.resubmitted', 'case.published'";

  @Override
  public List<Subject> subjects() {
    return List.of(
        new Subject(
            Cases.KIND,
            "l.action in (" + CASES + ") and " + clear("c.id = l.subject_id", ""),
            "l.action in ('case.opened', 'reviewer.invited', 'case.resubmitted')",
            name("c.id = l.subject_id", ""),
            "papers/"),
        new Subject(
            "assignment",
            "l.action = 'review.submitted' and " + clear("a.id = l.subject_id", ASSIGNMENT),
            "1 = 0",
            name("a.id = l.subject_id", ASSIGNMENT),
            "papers/"),
        new Subject(
            "comment",
            "l.action in ('comment.closed', 'comment.classified') and "
                + clear("m.id = l.subject_id", COMMENT),
            "1 = 0",
            name("m.id = l.subject_id", COMMENT),
            "papers/"));
  }

  private static final String ASSIGNMENT = " join review_assignment a on a.case_id = c.id";
  private static final String COMMENT = " join review_comment m on m.case_id = c.id";

  private static String clear(String which, String join) {
    return "exists (select 1 from review_case c"
        + join
        + " where "
        + which
        + " and not exists (select 1 from paper_person t where t.paper_id = c.paper_id"
        + " and t.person_id = :me and t.tie in ('AUTHOR', 'CONFLICT')))";
  }

  private static String name(String which, String join) {
    return "(select c.reference from review_case c" + join + " where " + which + ")";
  }
}
