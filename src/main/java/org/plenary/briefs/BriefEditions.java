package org.plenary.briefs;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of a brief after it was published. Thread-safe. */
@Service
public class BriefEditions {
  private static final List<SeatRole> CONCERNED =
      List.of(SeatRole.OUTREACH_OFFICER, SeatRole.CHAIR);

  private final BriefRepository briefs;
  private final BriefRecords records;
  private final OptionRecords options;
  private final Audit audit;
  private final JdbcClient jdbc;
  private final Clock clock;

  BriefEditions(
      BriefRepository briefs,
      BriefRecords records,
      OptionRecords options,
      Audit audit,
      JdbcClient jdbc,
      Clock clock) {
    this.briefs = briefs;
    this.records = records;
    this.options = options;
    this.audit = audit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Begins the next edition as a draft of the group, with all that is published. Until it is
   * cleared and published the present one stays as it is.
   */
  @Transactional
  public UUID start(Actor actor, UUID id) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayWrite(actor, brief.bodyId), "brief.write.who");
    String slug = records.freeSlug(brief.slug + "-edition-" + (brief.edition + 1));
    Brief next = brief.nextEdition(records.newId(), slug, actor.person(), records::newId);
    options.follow(next);
    records.changed(next);
    records.changed(brief);
    audit.record(actor, "brief.edition.started", Briefs.KIND, id, "edition " + next.edition);
    audit.record(actor, "brief.started", Briefs.KIND, next.id, next.slug);
    return next.id;
  }

  /** Says that another published brief takes its place. */
  @Transactional
  public void supersede(Actor actor, UUID id, UUID by, String reason) {
    Brief instead =
        briefs
            .findById(by)
            .filter(b -> b.state == BriefState.PUBLISHED && !b.id.equals(id))
            .orElseThrow(() -> new DomainException("brief.supersede.by"));
    Brief brief = end(actor, id, BriefState.SUPERSEDED, reason, by);
    records.tellRoles(actor, brief, CONCERNED, "brief.superseded", reason.strip(), instead.title);
    audit.record(
        actor, "brief.superseded", Briefs.KIND, id, "by " + instead.number + ": " + reason);
  }

  /** Says that it does not hold; its page stays with the reason, its PDF is marked. */
  @Transactional
  public void retract(Actor actor, UUID id, String reason) {
    Brief brief = end(actor, id, BriefState.RETRACTED, reason, null);
    records.tellRoles(actor, brief, CONCERNED, "brief.retracted", reason.strip());
    audit.record(actor, "brief.retracted", Briefs.KIND, id, reason);
  }

  /** Takes it away for cause; the reason is for the group and the secretariat. */
  @Transactional
  public void withdraw(Actor actor, UUID id, String reason) {
    Brief brief = end(actor, id, BriefState.WITHDRAWN, reason, null);
    records.tellRoles(actor, brief, CONCERNED, "brief.withdrawn", reason.strip());
    audit.record(actor, "brief.withdrawn", Briefs.KIND, id, reason);
  }

  private Brief end(Actor actor, UUID id, BriefState how, String reason, @Nullable UUID by) {
    Brief brief = records.one(actor, id);
    BriefRecords.allow(BriefAccess.mayEnd(actor), "brief.end.who");
    if (reason.length() > LONGEST_REASON) {
      throw new DomainException("brief.end.long", LONGEST_REASON);
    }
    brief.end(how, LocalDate.now(clock), reason, by);
    records.changed(brief);
    return brief;
  }

  /** In characters. */
  public static final int LONGEST_REASON = 2_000;

  /** A published brief that may take the place of another. */
  public record Choice(UUID id, String label) {}

  /** What may take the place of this brief; for who may say so. */
  public List<Choice> instead(Actor actor, UUID of) {
    if (!BriefAccess.mayEnd(actor)) {
      throw new NotFoundException("choices");
    }
    return jdbc.sql(
            "select id, number, title from brief where state = 'PUBLISHED' and id <> ?"
                + " order by published_on desc, number desc limit 1000")
        .param(Uuids.bytes(of))
        .query(
            (rs, n) ->
                new Choice(Uuids.of(rs.getBytes(1)), rs.getString(2) + " · " + rs.getString(3)))
        .list();
  }
}
