package org.plenary.briefs;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.briefs.PublicBriefs.Indexed;
import org.plenary.search.SearchDocument;
import org.plenary.search.SearchDocument.Section;
import org.plenary.search.SearchSource;
import org.plenary.ui.Labels;
import org.springframework.stereotype.Component;

/**
 * Briefs: key messages, body, options and examples. A translation is found by itself, in its own
 * language and under the number of its brief. What was superseded, retracted or withdrawn is not
 * found.
 */
@Component
class BriefSearchSource implements SearchSource {
  private final PublicBriefs briefs;

  BriefSearchSource(PublicBriefs briefs) {
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
  public List<SearchDocument> published(Collection<UUID> ids) {
    return briefs.indexed(ids).stream()
        .filter(found -> found.state() == BriefState.PUBLISHED && found.ownSlug() != null)
        .map(found -> document(found, "/briefs/" + found.ownSlug()))
        .toList();
  }

  @Override
  public List<Restricted> restricted(Collection<UUID> ids) {
    return briefs.indexed(ids).stream()
        .map(
            found ->
                new Restricted(
                    document(found, workspace(found)),
                    BriefAccess.text(found.body(), found.state())))
        .toList();
  }

  private static String workspace(Indexed found) {
    String path = "/workspace/briefs/" + found.slug();
    return found.slug().equals(found.ownSlug()) ? path : path + "?in=" + found.content().language();
  }

  private SearchDocument document(Indexed found, String url) {
    BriefDraft content = found.content();
    LocalDate date = found.published();
    List<Section> text = new ArrayList<>();
    text.add(new Section(null, content.summary()));
    content.keyMessages().forEach(message -> text.add(new Section(null, message)));
    text.add(new Section(null, BriefMarkup.text(content.body())));
    content.options().forEach(o -> text.add(new Section(null, o.what() + " · " + o.who())));
    content.examples().forEach(e -> text.add(new Section(null, e.text())));
    return new SearchDocument(
        found.id(),
        Briefs.KIND,
        found.number() == null ? "" : found.number(),
        content.title(),
        url,
        content.language(),
        date == null ? started(found.id()) : date,
        content.themes(),
        content.countries(),
        content.countries().stream()
            .map(code -> Labels.country(code, Locale.forLanguageTag(content.language())))
            .toList(),
        text);
  }

  /** A version 7 id begins with the milliseconds at which the brief was started. */
  private static LocalDate started(UUID id) {
    return LocalDate.ofInstant(
        Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16), ZoneOffset.UTC);
  }
}
