package org.plenary.review;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Uuids;
import org.plenary.mail.MailReaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Mails about a case: who got one is known to who may know the reviewers; what it says is read by
 * who may read the reviews.
 */
@Component
class CaseMailReaders implements MailReaders {
  private final JdbcClient jdbc;
  private final CaseFiles files;

  CaseMailReaders(JdbcClient jdbc, CaseFiles files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  @Override
  public String kind() {
    return Cases.KIND;
  }

  @Override
  public Set<UUID> known(Actor actor, Collection<UUID> ids) {
    return where(ids, facts -> ReviewAccess.mayKnowReviewers(actor, facts));
  }

  @Override
  public Set<UUID> readable(Actor actor, Collection<UUID> ids) {
    return where(ids, facts -> ReviewAccess.mayReadReviews(actor, facts));
  }

  private record Row(UUID id, CaseFiles.Ruled ruled) {}

  private Set<UUID> where(Collection<UUID> ids, Predicate<ReviewAccess.Facts> rule) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    List<Row> rows =
        jdbc.sql(
                "select id, paper_id, body_id, handling_editor from review_case where id in (:ids)")
            .param("ids", ids.stream().map(Uuids::bytes).toList())
            .query(
                (rs, n) ->
                    new Row(
                        Uuids.of(rs.getBytes(1)),
                        new CaseFiles.Ruled(
                            Uuids.of(rs.getBytes(2)),
                            Uuids.of(rs.getBytes(3)),
                            rs.getBytes(4) == null ? null : Uuids.of(rs.getBytes(4)))))
            .list();
    Map<UUID, ReviewAccess.Facts> facts = files.facts(rows.stream().map(Row::ruled).toList());
    return rows.stream()
        .filter(row -> rule.test(Objects.requireNonNull(facts.get(row.ruled().paper()))))
        .map(Row::id)
        .collect(Collectors.toSet());
  }
}
