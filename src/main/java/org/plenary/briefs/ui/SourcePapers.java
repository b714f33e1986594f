package org.plenary.briefs.ui;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.papers.PaperLists;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.papers.PublishedPaper;

/** The papers that briefs draw on, as far as one actor may see them. */
final class SourcePapers {
  private final Papers papers;
  private final Actor actor;
  private final Map<UUID, SourcePaper> choices = new LinkedHashMap<>();

  SourcePapers(PaperLists lists, Papers papers, Actor actor) {
    this.papers = papers;
    this.actor = actor;
    lists
        .sources(actor)
        .forEach(
            line ->
                choices.put(
                    line.id(),
                    new SourcePaper(
                        line.id(),
                        line.reference(),
                        line.title(),
                        line.state() == PaperState.PUBLISHED)));
  }

  /** A paper that may be drawn on; without a reference where it is not open to the actor. */
  record SourcePaper(UUID id, String reference, String title, boolean published) {
    static SourcePaper hidden(UUID id, String title) {
      return new SourcePaper(id, "", title, false);
    }

    boolean isHidden() {
      return reference.isEmpty();
    }

    String label() {
      return isHidden() ? title : reference + " · " + title;
    }
  }

  List<SourcePaper> choices() {
    return List.copyOf(choices.values());
  }

  /** The paper, if the actor may know of it. */
  Optional<SourcePaper> find(UUID id) {
    SourcePaper known = choices.get(id);
    return known != null
        ? Optional.of(known)
        : papers
            .published(actor, id)
            .map(paper -> new SourcePaper(id, paper.reference(), paper.title(), true));
  }

  /** The version that a brief written today draws on: the published one, else the last. */
  int version(SourcePaper paper) {
    return papers
        .published(actor, paper.id())
        .map(PublishedPaper::version)
        .or(
            () ->
                papers.page(actor, paper.reference()).versions().stream()
                    .findFirst()
                    .map(version -> version.number()))
        .orElseThrow(() -> new NotFoundException("versions of " + paper.reference()));
  }
}
