package org.plenary.briefs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plenary.search.SearchDocument;
import org.plenary.search.SearchDocument.Section;
import org.plenary.search.SearchSource;
import org.plenary.ui.Labels;
import org.springframework.stereotype.Component;

/** Published briefs: key messages, body, options and examples. */
@Component
class BriefSearchSource implements SearchSource {
  private final Briefs briefs;

  BriefSearchSource(Briefs briefs) {
    this.briefs = briefs;
  }

  @Override
  public String kind() {
    return Briefs.KIND;
  }

  @Override
  public List<UUID> ids() {
    return briefs.ids();
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
                        brief.number() == null ? "" : brief.number(),
                        "/workspace/briefs/" + brief.slug(),
                        brief.published() == null ? started(brief.id()) : brief.published(),
                        brief.content()),
                    BriefAccess.text(brief.body(), brief.state())));
  }

  /** A version 7 id begins with the milliseconds at which the brief was started. */
  private static LocalDate started(UUID id) {
    return LocalDate.ofInstant(
        Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16), ZoneOffset.UTC);
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
    text.add(new Section(null, BriefMarkup.text(content.body())));
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
        content.countries().stream()
            .map(code -> Labels.country(code, Locale.forLanguageTag(content.language())))
            .toList(),
        text);
  }
}
