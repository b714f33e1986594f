package org.plenary.papers;

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

/**
 * Mails about a paper: known to who may see its line, read by who may read its text; in both cases
 * only to those who may know the authors, for they are who gets them.
 */
@Component
class PaperMailReaders implements MailReaders {
  private final JdbcClient jdbc;
  private final KnownNames names;
  private final String readable;

  PaperMailReaders(JdbcClient jdbc, KnownNames names) {
    this.jdbc = jdbc;
    this.names = names;
    this.readable = new ReaderTable(jdbc, "paper_reader", "paper_id").predicate("p.id");
  }

  @Override
  public String kind() {
    return Papers.KIND;
  }

  @Override
  public Set<UUID> known(Actor actor, Collection<UUID> ids) {
    return admitted(actor, ids, PaperAccess.LINE);
  }

  @Override
  public Set<UUID> readable(Actor actor, Collection<UUID> ids) {
    return admitted(actor, ids, PaperAccess.TEXT);
  }

  private Set<UUID> admitted(Actor actor, Collection<UUID> ids, String scope) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return jdbc
        .sql("select p.id from paper p where p.id in (:ids) and " + readable)
        .param("ids", ids.stream().map(Uuids::bytes).toList())
        .param("scope", scope)
        .param("terms", actor.terms())
        .query((rs, n) -> Uuids.of(rs.getBytes(1)))
        .list()
        .stream()
        .filter(names.papers(actor)::contains)
        .collect(Collectors.toSet());
  }
}
