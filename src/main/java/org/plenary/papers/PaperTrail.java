package org.plenary.papers;

import java.util.List;
import org.plenary.audit.SubjectAccess;
import org.plenary.kernel.ReaderTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who reads the trace of a paper: who may see its line and learn who wrote it, for the trace tells.
 * Who was admitted to review or to handle it is kept from its authors and from people in conflict,
 * also once it is published and open to everyone. Calls are open to everyone.
 */
@Component
class PaperTrail implements SubjectAccess {
  private final String readable;

  PaperTrail(JdbcClient jdbc) {
    String line =
        new ReaderTable(jdbc, "paper_reader", "paper_id")
            .predicate("l.subject_id")
            .replace(":scope", "'" + PaperAccess.NAMES + "'");
    readable =
        line
            + " and (l.action not in ('paper.reviewer.admitted', 'paper.handler.admitted')"
            + " or not exists (select 1"
            + " from paper_person t where t.paper_id = l.subject_id and t.person_id = :me"
            + " and t.tie in ('AUTHOR', 'CONFLICT')))";
  }

  @Override
  public List<Subject> subjects() {
    return List.of(
        new Subject(
            Papers.KIND,
            readable,
            "1 = 1",
            "(select p.reference from paper p where p.id = l.subject_id)",
            "papers/"),
        new Subject(
            Calls.KIND,
            "1 = 1",
            "1 = 1",
            "(select c.title from paper_call c where c.id = l.subject_id)",
            null));
  }
}
