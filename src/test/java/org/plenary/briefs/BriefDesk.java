package org.plenary.briefs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plenary.Cast;
import org.plenary.bodies.Bodies;
import org.plenary.papers.PaperLists;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;

/** Writes briefs of the group REM and takes them through their steps as the cast does. */
class BriefDesk {
  private final Briefs briefs;
  private final Bodies bodies;
  private final PaperLists papers;
  private final Search search;
  private final Cast cast;

  BriefDesk(Briefs briefs, Bodies bodies, PaperLists papers, Search search, Cast cast) {
    this.briefs = briefs;
    this.bodies = bodies;
    this.papers = papers;
    this.search = search;
    this.cast = cast;
  }

  /** A draft whose text, first option and first key message hold this word. */
  BriefDraft draft(String title, String word, BriefDraft.Attachment... attachments) {
    UUID source = papers.sources(cast.actor("chair")).getLast().id();
    return new BriefDraft(
        title,
        "Two sentences. No more.",
        "Ministries",
        List.of("First " + word + ".", "Second.", "Third."),
        "## Text\n\nSome " + word + ".",
        List.of(new BriefDraft.Option("Try " + word, "A ministry", "robust", "high", "low")),
        List.of(new BriefDraft.Example("PK", "It was tried.")),
        List.of(new BriefDraft.Source(source, 1)),
        "en",
        List.of("remittances"),
        List.of("PK"),
        List.of(attachments));
  }

  BriefTranslation french(String title, String word) {
    return new BriefTranslation(
        "fr",
        title,
        "Deux phrases. Pas plus.",
        "Ministères",
        List.of("Premier " + word + ".", "Deuxième.", "Troisième."),
        "## Texte\n\nDu " + word + ".",
        List.of(new BriefTranslation.Option("Essayer " + word, "Un ministère")),
        List.of());
  }

  UUID start(BriefDraft draft) {
    return briefs.start(cast.actor("outreach"), bodies.byCode("REM").orElseThrow().id(), draft);
  }

  UUID published(BriefDraft draft) {
    UUID id = start(draft);
    publish(id);
    return id;
  }

  void publish(UUID id) {
    briefs.hand(cast.actor("outreach"), id);
    briefs.clear(cast.actor("chair"), id);
    briefs.publish(cast.actor("secretariat"), id);
  }

  int found(String word) {
    return search.published(new SearchQuery(word, Map.of(), 1)).total();
  }

  /** Waits until the public finds the word so often. */
  void awaitFound(String word, int times) {
    Instant until = Instant.now().plus(Duration.ofSeconds(20));
    while (found(word) != times) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError(word + " found " + found(word) + " times, not " + times);
      }
      Thread.onSpinWait();
    }
  }
}
