package org.plenary.review;

import java.util.Optional;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperLink;
import org.plenary.papers.PublishedPaper;
import org.springframework.stereotype.Component;

/** Leads from a published paper's page to its response table where that is published too. */
@Component
class ReviewsLink implements PaperLink {
  private final ResponseTables tables;

  ReviewsLink(ResponseTables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Link> of(PublishedPaper paper) {
    return tables.isPublished(Actor.PUBLIC, paper)
        ? Optional.of(new Link("/papers/" + paper.reference() + "/review", "responses.link"))
        : Optional.empty();
  }
}
