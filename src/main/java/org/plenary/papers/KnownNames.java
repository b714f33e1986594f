package org.plenary.papers;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.ReaderTable;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of which papers an actor may know both that they are there and who wrote them. */
@Component
class KnownNames {
  private static final String HIDDEN =
      "p.blindness = 'DOUBLE' and p.state not in ('DRAFT', 'PUBLISHED')";

  private final JdbcClient jdbc;
  private final String readable;

  KnownNames(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.readable = new ReaderTable(jdbc, "paper_reader", "paper_id").predicate("p.id");
  }

  Set<UUID> papers(Actor actor) {
    // What came in before there was blindness has no rows of its own for names.
    Set<UUID> known = admitted(actor, PaperAccess.LINE, "not (" + HIDDEN + ")");
    Set<UUID> told = admitted(actor, PaperAccess.LINE, HIDDEN);
    told.retainAll(admitted(actor, PaperAccess.NAMES, HIDDEN));
    known.addAll(told);
    return known;
  }

  private Set<UUID> admitted(Actor actor, String scope, String which) {
    return jdbc
        .sql("select p.id from paper p where " + which + " and " + readable)
        .param("scope", scope)
        .param("terms", actor.terms())
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .list()
        .stream()
        .collect(Collectors.toSet());
  }
}
