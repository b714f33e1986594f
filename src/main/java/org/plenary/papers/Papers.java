package org.plenary.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.plenary.bodies.Body;
import org.plenary.files.FileTexts;
import org.plenary.files.StoredFile;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.plenary.search.SearchLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers from draft to publication. Thread-safe. */
@Service
public class Papers {
  /** The word for a paper in the index, in addresses and on screen. */
  public static final String KIND = "paper";

  private final PaperRepository papers;
  private final FileTexts texts;
  private final SearchLog search;
  private final JdbcClient jdbc;
  private final Clock clock;

  Papers(PaperRepository papers, FileTexts texts, SearchLog search, JdbcClient jdbc, Clock clock) {
    this.papers = papers;
    this.texts = texts;
    this.search = search;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Starts a draft in the group; its reference (REM-2026-001) never changes. */
  @Transactional
  public UUID start(Body group, int year, PaperDraft draft) {
    UUID id = Uuids.v7(clock.instant());
    papers.saveAndFlush(new Paper(id, nextReference(group, year), group.id(), draft));
    return id;
  }

  /** Adds a version whose text is extracted before it is kept: what cannot be read is refused. */
  @Transactional
  public int addVersion(UUID id, StoredFile file, String fileName) {
    texts.extract(file);
    return one(id).addVersion(file.sha256(), fileName, clock.instant());
  }

  @Transactional
  public void submit(UUID id) {
    one(id).submit();
  }

  @Transactional
  public void accept(UUID id) {
    one(id).accept();
  }

  /** Publishes the last version. */
  @Transactional
  public void publish(UUID id, LocalDate on) {
    one(id).publish(on);
    search.changed(KIND, id);
  }

  /** The published paper of this reference. */
  @Transactional(readOnly = true)
  public Optional<PublishedPaper> published(String reference) {
    return papers.findByReferenceAndState(reference, PaperState.PUBLISHED).map(Papers::published);
  }

  /** The published paper of this id. */
  @Transactional(readOnly = true)
  public Optional<PublishedPaper> published(UUID id) {
    return papers
        .findById(id)
        .filter(paper -> paper.state == PaperState.PUBLISHED)
        .map(Papers::published);
  }

  @Transactional(readOnly = true)
  void eachPublished(Consumer<UUID> consumer) {
    try (var ids = papers.idsIn(PaperState.PUBLISHED)) {
      ids.forEach(consumer);
    }
  }

  private Paper one(UUID id) {
    return papers.findById(id).orElseThrow(() -> new NotFoundException("paper " + id));
  }

  private String nextReference(Body group, int year) {
    String prefix = group.code() + "-" + year + "-";
    Integer last =
        jdbc.sql("select count(*) from paper where reference like ?")
            .param(prefix + "%")
            .query(Integer.class)
            .single();
    return prefix + "%03d".formatted(last + 1);
  }

  private static PublishedPaper published(Paper paper) {
    int number = Objects.requireNonNull(paper.publishedVersion);
    Paper.PaperVersion version =
        paper.versions.stream()
            .filter(v -> v.number == number)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no version " + number));
    return new PublishedPaper(
        paper.id,
        paper.reference,
        paper.type,
        paper.title,
        paper.abstractText,
        paper.language,
        paper.bodyId,
        Objects.requireNonNull(paper.publishedOn),
        number,
        version.sha256,
        paper.authors.stream().map(a -> new PaperDraft.Author(a.name, a.affiliation)).toList(),
        paper.themes.stream().sorted(Comparator.naturalOrder()).toList(),
        paper.countries.stream().sorted(Comparator.naturalOrder()).toList());
  }
}
