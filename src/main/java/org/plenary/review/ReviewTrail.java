package org.plenary.review;

import java.util.List;
import org.plenary.audit.SubjectAccess;
import org.springframework.stereotype.Component;

/**
 * Who reads the trace of a review: the secretariat, which may know who reviews, unless author, in
 * conflict or a reviewer who is not to learn who wrote it; see {@link
 * ReviewAccess#mayKnowReviewers}. It reads no review, so no words of one either; and what is still
 * being written leaves no trace that others read. An action that is not named here is shown to
 * nobody.
 */
@Component
class ReviewTrail implements SubjectAccess {
  private static final String CASES =
      "'case.opened', 'case.checked', 'case.editor.named', 'case.handed', 'case.review.begun',"
          + " 'reviewer.invited', 'invitation.accepted', 'invitation.declined', 'case.decided',"
          + " 'case.resubmitted', 'case.withdrawn', 'case.reviews.public', 'case.reviews.private',"
          + " 'case.published'";

  /** All about days. */
  private static final String DEADLINES =
      "'extension.asked', 'extension.granted', 'extension.refused', 'assignment.moved',"
          + " 'reviewer.reminded'";

  @Override
  public List<Subject> subjects() {
    return List.of(
        new Subject(
            Cases.KIND,
            "l.action in (" + CASES + ") and " + clear("c.id = l.subject_id", ""),
            "l.action in ('case.opened', 'case.review.begun', 'reviewer.invited',"
                + " 'case.resubmitted', 'case.withdrawn')",
            name("c.id = l.subject_id", ""),
            "papers/"),
        new Subject(
            "assignment",
            "l.action in ('review.submitted', "
                + DEADLINES
                + ") and "
                + clear("a.id = l.subject_id", ASSIGNMENT),
            "l.action in (" + DEADLINES + ")",
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
        + " and t.person_id = :me and (t.tie in ('AUTHOR', 'CONFLICT') or (t.tie = 'REVIEWER'"
        + " and exists (select 1 from paper p where p.id = c.paper_id"
        + " and p.blindness = 'DOUBLE' and p.state <> 'PUBLISHED')))))";
  }

  private static String name(String which, String join) {
    return "(select c.reference from review_case c" + join + " where " + which + ")";
  }
}
