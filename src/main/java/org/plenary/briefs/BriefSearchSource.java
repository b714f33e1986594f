package org.plenary.briefs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;
import org.plenary.search.SearchDocument;
import org.plenary.search.SearchDocument.Section;
import org.plenary.search.SearchSource;
import org.springframework.stereotype.Component;

/** Published briefs: key messages, body, options and examples. */
@Component
class BriefSearchSource implements SearchSource {
  private final Briefs briefs;
  private final Parser markdown = Parser.builder().build();
  private final TextContentRenderer plain = TextContentRenderer.builder().build();

  BriefSearchSource(Briefs briefs) {
    this.briefs = briefs;
  }

  @Override
  public String kind() {
    return Briefs.KIND;
  }

  @Override
  public Optional<SearchDocument> published(UUID id) {
    return briefs.published(id).map(this::document);
  }

  @Override
  public Optional<Restricted> restricted(UUID id) {
    return briefs
        .loaded(id)
        .map(
            brief ->
                new Restricted(
                    document(
                        brief.id(),
                        brief.number() == null ? brief.slug() : brief.number(),
                        "/workspace/briefs/" + brief.slug(),
                        // A version 7 id begins with the milliseconds at which it was started.
                        LocalDate.ofInstant(
                            Instant.ofEpochMilli(brief.id().getMostSignificantBits() >>> 16),
                            ZoneOffset.UTC),
                        brief.content()),
                    BriefAccess.text(brief.body(), brief.state())));
  }

  private SearchDocument document(PublishedBrief brief) {
    return document(
        brief.id(), brief.number(), "/briefs/" + brief.slug(), brief.published(), brief.content());
  }

  private SearchDocument document(
      UUID id, String reference, String url, LocalDate date, BriefDraft content) {
    List<Section> text = new ArrayList<>();
    text.add(new Section(null, content.summary()));
    content.keyMessages().forEach(message -> text.add(new Section(null, message)));
    text.add(new Section(null, plain.render(markdown.parse(content.body()))));
    content.options().forEach(o -> text.add(new Section(null, o.what() + " · " + o.who())));
    content.examples().forEach(e -> text.add(new Section(null, e.text())));
    return new SearchDocument(
        id,
        Briefs.KIND,
        reference,
        content.title(),
        url,
        content.language(),
        date,
        content.themes(),
        content.countries(),
        text);
  }
}
