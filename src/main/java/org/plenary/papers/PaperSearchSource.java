package org.plenary.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.plenary.files.FileTexts;
import org.plenary.files.TextUnit;
import org.plenary.search.SearchDocument;
import org.plenary.search.SearchSource;
import org.springframework.stereotype.Component;

/** Published papers with the text of their published version, by page. */
@Component
class PaperSearchSource implements SearchSource {
  private final Papers papers;
  private final FileTexts texts;

  PaperSearchSource(Papers papers, FileTexts texts) {
    this.papers = papers;
    this.texts = texts;
  }

  @Override
  public String kind() {
    return Papers.KIND;
  }

  @Override
  public Optional<SearchDocument> published(UUID id) {
    return papers.published(id).map(this::document);
  }

  @Override
  public void eachPublished(Consumer<UUID> id) {
    papers.eachPublished(id);
  }

  private SearchDocument document(PublishedPaper paper) {
    List<SearchDocument.Section> text = new ArrayList<>();
    text.add(new SearchDocument.Section(null, paper.abstractText()));
    for (TextUnit unit : texts.of(paper.sha256())) {
      text.add(
          new SearchDocument.Section(
              unit.kind() == TextUnit.Kind.PAGE ? unit.number() : null, unit.text()));
    }
    return new SearchDocument(
        paper.id(),
        Papers.KIND,
        paper.reference(),
        paper.title(),
        "/papers/" + paper.reference(),
        paper.language(),
        paper.published(),
        paper.themes(),
        paper.countries(),
        text);
  }
}
