package org.plenary.briefs;

import java.text.Normalizer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.BodyKind;
import org.plenary.bodies.Seat;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.ReaderTable;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.mail.MailDraft;
import org.plenary.mail.Outbox;
import org.plenary.search.SearchLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the commands on briefs share: finding one, telling people, writing down what follows. */
@Component
class BriefRecords {
  private static final int LONGEST_SLUG = 90;

  private final BriefRepository briefs;
  private final SearchLog search;
  private final Outbox outbox;
  private final Bodies bodies;
  private final ReaderTable readers;
  private final Clock clock;

  BriefRecords(
      BriefRepository briefs,
      SearchLog search,
      Outbox outbox,
      Bodies bodies,
      JdbcClient jdbc,
      Clock clock) {
    this.briefs = briefs;
    this.search = search;
    this.outbox = outbox;
    this.bodies = bodies;
    this.readers = new ReaderTable(jdbc, "brief_reader", "brief_id");
    this.clock = clock;
  }

  UUID newId() {
    return Uuids.v7(clock.instant());
  }

  /** The brief, if the actor may know of it. */
  Brief one(Actor actor, UUID id) {
    return briefs
        .findById(id)
        .filter(b -> actor.isSystem() || BriefAccess.text(b.bodyId, b.state).admit(actor))
        .orElseThrow(() -> new NotFoundException("brief " + id));
  }

  /** The brief of this name in addresses, if the actor may know of it. */
  Brief one(Actor actor, String slug) {
    return briefs
        .findBySlug(slug)
        .filter(b -> BriefAccess.text(b.bodyId, b.state).admit(actor))
        .orElseThrow(() -> new NotFoundException("brief " + slug));
  }

  static void allow(boolean allowed, String otherwise) {
    if (!allowed) {
      throw new DomainException(otherwise);
    }
  }

  void tellRoles(Actor actor, Brief brief, List<SeatRole> roles, String kind, Object... more) {
    tell(
        actor,
        brief,
        bodies.seats(brief.bodyId).stream().filter(seat -> roles.contains(seat.role())),
        kind,
        more);
  }

  void tellSecretariat(Actor actor, Brief brief, String kind, Object... more) {
    tell(
        actor,
        brief,
        bodies.byKind(BodyKind.SECRETARIAT).stream()
            .map(Body::id)
            .flatMap(id -> bodies.seats(id).stream()),
        kind,
        more);
  }

  private void tell(Actor actor, Brief brief, Stream<Seat> seats, String kind, Object... more) {
    // What the program itself brings in from the past is no news to anyone.
    if (actor.isSystem()) {
      return;
    }
    List<Object> arguments = new ArrayList<>(List.of(brief.title));
    arguments.addAll(List.of(more));
    seats
        .map(Seat::person)
        .distinct()
        .filter(person -> !actor.is(person))
        .forEach(
            person ->
                outbox.send(
                    new MailDraft(person, kind, "/workspace/briefs/" + brief.slug, arguments)
                        .about(Briefs.KIND, brief.id)));
  }

  /** What follows every command, in its transaction: the readers' rows and the search log. */
  void changed(Brief brief) {
    briefs.saveAndFlush(brief);
    readers.write(brief.id, BriefAccess.TEXT, BriefAccess.text(brief.bodyId, brief.state));
    search.changed(Briefs.KIND, brief.id);
    brief.translations.forEach(translation -> search.changed(Briefs.KIND, translation.id));
  }

  /** A name in addresses that nothing has yet. */
  String freeSlug(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    String base =
        plain.isEmpty() ? "brief" : plain.substring(0, Math.min(plain.length(), LONGEST_SLUG));
    String slug = base;
    // The workspace writes and translates under these words.
    List<String> taken = List.of("new", "translate");
    for (int n = 2; taken.contains(slug) || briefs.countSlugs(slug) > 0; n++) {
      slug = base + "-" + n;
    }
    return slug;
  }
}
