package org.plenary.briefs;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.ReaderTable;
import org.plenary.kernel.Uuids;
import org.plenary.mail.MailReaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Mails about a brief: read by who may read the brief. */
@Component
class BriefMailReaders implements MailReaders {
  private final JdbcClient jdbc;
  private final String readable;

  BriefMailReaders(JdbcClient jdbc) {
    this.jdbc = jdbc;
    this.readable = new ReaderTable(jdbc, "brief_reader", "brief_id").predicate("p.id");
  }

  @Override
  public String kind() {
    return Briefs.KIND;
  }

  @Override
  public Set<UUID> known(Actor actor, Collection<UUID> ids) {
    // Briefs have no reviewers and no conflicts: that its writers got mail tells nothing of it.
    return Set.copyOf(ids);
  }

  @Override
  public Set<UUID> readable(Actor actor, Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return jdbc
        .sql("select p.id from brief p where p.id in (:ids) and " + readable)
        .param("ids", ids.stream().map(Uuids::bytes).toList())
        .param("scope", BriefAccess.TEXT)
        .param("terms", actor.terms())
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .list()
        .stream()
        .collect(Collectors.toSet());
  }
}
