package org.plenary.papers;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plenary.files.FileTexts;
import org.plenary.files.TextUnit;
import org.plenary.search.SearchDocument;
import org.plenary.search.SearchSource;
import org.plenary.ui.Labels;
import org.springframework.stereotype.Component;

/** Papers with the text of their published, else their last version, by page. */
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
  public List<UUID> ids() {
    return papers.ids();
  }

  @Override
  public List<SearchDocument> published(Collection<UUID> ids) {
    return papers.loaded(ids).stream()
        .filter(paper -> paper.state == PaperState.PUBLISHED)
        .map(papers::published)
        .map(
            paper ->
                new SearchDocument(
                    paper.id(),
                    Papers.KIND,
                    paper.reference(),
                    paper.title(),
                    "/papers/" + paper.reference(),
                    paper.language(),
                    paper.published(),
                    paper.themes(),
                    paper.countries(),
                    names(paper.authors(), paper.keywords(), paper.countries()),
                    text(paper.abstractText(), paper.sha256())))
        .toList();
  }

  /** One view with the authors' names and, where these are hidden from some, others without. */
  @Override
  public List<Restricted> restricted(Collection<UUID> ids) {
    List<Restricted> views = new ArrayList<>();
    for (Paper paper : papers.loaded(ids)) {
      PaperAccess.Facts facts = paper.facts();
      views.add(new Restricted(current(paper, true), PaperAccess.textWithNames(facts)));
      PaperAccess.textWithoutNames(facts)
          .forEach(readers -> views.add(new Restricted(current(paper, false), readers)));
    }
    return views;
  }

  private SearchDocument current(Paper paper, boolean named) {
    PaperDraft draft = paper.draft();
    Optional<Paper.PaperVersion> last = paper.version(Math.max(1, paper.sentVersion));
    LocalDate date =
        paper.publishedOn != null
            ? paper.publishedOn
            : last.map(v -> LocalDate.ofInstant(v.uploadedAt, ZoneOffset.UTC))
                .orElse(LocalDate.EPOCH);
    return new SearchDocument(
        paper.id,
        Papers.KIND,
        paper.reference == null ? "" : paper.reference,
        draft.title(),
        paper.reference == null
            ? "/workspace/papers/draft/" + paper.id
            : "/workspace/papers/" + paper.reference,
        draft.language(),
        date,
        draft.themes(),
        draft.countries(),
        names(named ? draft.authors() : List.of(), draft.keywords(), draft.countries()),
        text(draft.abstractText(), last.map(v -> v.sha256).orElse(null)));
  }

  private static List<String> names(
      List<PaperDraft.Author> authors, List<String> keywords, List<String> countries) {
    return Stream.of(
            authors.stream().map(PaperDraft.Author::name),
            authors.stream().map(PaperDraft.Author::affiliation),
            authors.stream().map(PaperDraft.Author::orcid).filter(Objects::nonNull),
            keywords.stream(),
            countries.stream().map(code -> Labels.country(code, Locale.ENGLISH)))
        .flatMap(words -> words)
        .filter(words -> !words.isBlank())
        .toList();
  }

  private List<SearchDocument.Section> text(
      String abstractText, @org.jspecify.annotations.Nullable String sha256) {
    List<SearchDocument.Section> text = new ArrayList<>();
    text.add(new SearchDocument.Section(null, abstractText));
    if (sha256 != null) {
      for (TextUnit unit : texts.of(sha256)) {
        text.add(
            new SearchDocument.Section(
                unit.kind() == TextUnit.Kind.PAGE ? unit.number() : null, unit.text()));
      }
    }
    return text;
  }
}
