package org.plenary.briefs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
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
  public void eachPublished(Consumer<UUID> id) {
    briefs.eachPublished(id);
  }

  private SearchDocument document(PublishedBrief brief) {
    BriefDraft content = brief.content();
    List<Section> text = new ArrayList<>();
    text.add(new Section(null, content.summary()));
    content.keyMessages().forEach(message -> text.add(new Section(null, message)));
    text.add(new Section(null, plain.render(markdown.parse(content.body()))));
    content.options().forEach(o -> text.add(new Section(null, o.what() + " · " + o.who())));
    content.examples().forEach(e -> text.add(new Section(null, e.text())));
    return new SearchDocument(
        brief.id(),
        Briefs.KIND,
        brief.number(),
        content.title(),
        "/briefs/" + brief.slug(),
        content.language(),
        brief.published(),
        content.themes(),
        content.countries(),
        text);
  }
}
