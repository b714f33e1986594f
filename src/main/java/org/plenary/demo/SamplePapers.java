package org.plenary.demo;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.plenary.demo.Sample.PaperStage;
import org.plenary.demo.Sample.SamplePaper;
import org.plenary.files.FileStore;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Loads the papers of the sample. What is published or accepted was so before it came into this
 * house; what is under way took each step by who takes it.
 */
@Component
@ConditionalOnBooleanProperty("plenary.demo")
class SamplePapers {
  private final Papers papers;
  private final SampleReviews reviews;
  private final FileStore files;
  private final Clock clock;

  SamplePapers(Papers papers, SampleReviews reviews, FileStore files, Clock clock) {
    this.papers = papers;
    this.reviews = reviews;
    this.files = files;
    this.clock = clock;
  }

  UUID load(SamplePaper p, SampleHouse house) {
    PaperStage stage = p.stage();
    LocalDate today = LocalDate.now(clock);
    return switch (stage) {
      case PUBLISHED, RETRACTED -> {
        LocalDate on = Objects.requireNonNull(p.published());
        UUID id = accepted(p, house, on);
        papers.publish(Actor.SYSTEM, id, on);
        yield id;
      }
      case ACCEPTED -> accepted(p, house, today);
      default -> {
        // Its first author's own act, so that what follows a submission follows here too.
        Actor author = house.named(p.authors().getFirst().name());
        UUID id = start(author, p, house);
        if (stage != PaperStage.DRAFT) {
          papers.submit(author, id, today);
          reviews.bring(p, id, author, house);
        }
        yield id;
      }
    };
  }

  private UUID accepted(SamplePaper p, SampleHouse house, LocalDate submitted) {
    UUID id = start(Actor.SYSTEM, p, house);
    papers.submit(Actor.SYSTEM, id, submitted);
    papers.follow(Actor.SYSTEM, id, PaperState.ACCEPTED);
    return id;
  }

  private UUID start(Actor actor, SamplePaper p, SampleHouse house) {
    UUID group = house.group(p.group()).id();
    PaperDraft draft =
        new PaperDraft(
            p.type(),
            p.title(),
            p.abstractText(),
            p.language(),
            p.themes(),
            p.countries(),
            p.authors().stream()
                .map(
                    a ->
                        new PaperDraft.Author(
                            a.name(), a.affiliation(), house.persons().get(a.name())))
                .toList(),
            Set.of(),
            group,
            Set.of(),
            List.of(),
            Objects.requireNonNullElse(p.keywords(), List.of()),
            "");
    UUID id = papers.start(actor, group, draft);
    byte[] pdf = SamplePdf.of(p);
    papers.addVersion(actor, id, files.put(new ByteArrayInputStream(pdf)), p.key() + ".pdf");
    return id;
  }
}
