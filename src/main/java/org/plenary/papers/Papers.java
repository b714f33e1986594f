package org.plenary.papers;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plenary.audit.Audit;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.files.FileStore;
import org.plenary.files.FileTexts;
import org.plenary.files.StoredFile;
import org.plenary.files.TextUnit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Counters;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.ReaderTable;
import org.plenary.kernel.Readers;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.search.SearchLog;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Papers from draft to publication. What an actor may not know of is not there. Thread-safe. */
@Service
public class Papers {
  /** The word for a paper in the index, in addresses and on screen. */
  public static final String KIND = "paper";

  private final PaperRepository papers;
  private final Bodies bodies;
  private final FileStore files;
  private final FileTexts texts;
  private final SearchLog search;
  private final Audit audit;
  private final Counters counters;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final ReaderTable readers;
  private final Clock clock;

  Papers(
      PaperRepository papers,
      Bodies bodies,
      FileStore files,
      FileTexts texts,
      SearchLog search,
      Audit audit,
      Counters counters,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      Clock clock) {
    this.papers = papers;
    this.bodies = bodies;
    this.files = files;
    this.texts = texts;
    this.search = search;
    this.audit = audit;
    this.counters = counters;
    this.events = events;
    this.transaction = transaction;
    this.readers = new ReaderTable(jdbc, "paper_reader", "paper_id");
    this.clock = clock;
  }

  /** Starts a draft of the actor in an active group; its reference (REM-2026-001) never changes. */
  @Transactional
  public UUID start(Actor actor, UUID group, PaperDraft draft) {
    return start(actor, group, draft, LocalDate.now(clock));
  }

  /** The same on a day of the past: for what was started before it came into this house. */
  @Transactional
  public UUID start(Actor actor, UUID group, PaperDraft draft, LocalDate on) {
    if (!PaperAccess.mayStart(actor)) {
      throw new DomainException("paper.start.who");
    }
    Body body = bodies.byId(group).orElseThrow(() -> new NotFoundException("group " + group));
    if (!body.active()) {
      throw new DomainException("paper.start.dormant", body.name());
    }
    UUID id = Uuids.v7(clock.instant());
    String prefix = body.code() + "-" + on.getYear() + "-";
    String reference = prefix + "%03d".formatted(counters.next(prefix));
    Paper paper = new Paper(id, reference, group, draft);
    if (actor.person() != null) {
      paper.tie(actor.person(), Tie.AUTHOR);
    }
    papers.save(paper);
    changed(paper);
    audit.record(actor, "paper.started", KIND, id, reference);
    return id;
  }

  /**
   * Takes over what an author says of a draft.
   *
   * @param seen the revision that was on the screen; a co-author may have changed it since
   */
  @Transactional
  public void revise(Actor actor, UUID id, PaperDraft draft, long seen) {
    Paper paper = editable(actor, id);
    Revisions.same(seen, paper.revision);
    paper.revise(draft);
    // The person who writes stays an author even if the list of names leaves them out.
    paper.tie(actor.id(), Tie.AUTHOR);
    changed(paper);
    audit.record(actor, "paper.revised", KIND, id, null);
  }

  /**
   * Adds a version whose text is extracted before it is kept: what cannot be read is refused.
   * Extraction runs before the transaction, for it may take a minute.
   *
   * @return the version's number, from 1
   */
  public int addVersion(Actor actor, UUID id, StoredFile file, String fileName) {
    transaction.executeWithoutResult(status -> editable(actor, id));
    texts.extract(file);
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Paper paper = editable(actor, id);
              int number = paper.addVersion(file.sha256(), fileName, clock.instant());
              changed(paper);
              audit.record(actor, "paper.version.added", KIND, id, number + " " + file.sha256());
              return number;
            }));
  }

  /** Hands the paper in; the case of its review opens. */
  @Transactional
  public void submit(Actor actor, UUID id) {
    Paper paper = editable(actor, id);
    if (!actor.isSystem() && !hasHandler(paper)) {
      throw new DomainException(
          "paper.submit.handler", bodies.byId(paper.bodyId).orElseThrow().name());
    }
    paper.submit();
    changed(paper);
    audit.record(actor, "paper.submitted", KIND, id, null);
    events.publishEvent(new PaperSubmitted(id));
  }

  /** Whether the group's chair or vice-chair is neither author nor to be kept from it. */
  private boolean hasHandler(Paper paper) {
    Set<UUID> out = new HashSet<>(paper.tied(Tie.AUTHOR));
    out.addAll(paper.tied(Tie.CONFLICT));
    return bodies.seats(paper.bodyId).stream()
        .filter(s -> s.role() == SeatRole.CHAIR || s.role() == SeatRole.VICE_CHAIR)
        .anyMatch(s -> !out.contains(s.person()));
  }

  /** Lets an author throw a draft away. */
  @Transactional
  public void discard(Actor actor, UUID id) {
    Paper paper = editable(actor, id);
    if (paper.state != PaperState.DRAFT) {
      throw new DomainException("paper.discard.state", paper.reference);
    }
    readers.write(id, PaperAccess.LINE, Readers.NOBODY);
    readers.write(id, PaperAccess.TEXT, Readers.NOBODY);
    papers.delete(paper);
    papers.flush();
    search.changed(KIND, id);
    audit.record(actor, "paper.discarded", KIND, id, paper.reference);
  }

  /** Brings the paper where the case of its review went; the program's own step. */
  @Transactional
  public void follow(Actor actor, UUID id, PaperState next) {
    Paper paper = followed(actor, id);
    if (paper.follow(next)) {
      changed(paper);
      audit.record(actor, "paper.followed", KIND, id, next.name());
    }
  }

  /** Admits a reviewer to the paper's versions; the program's own step. */
  @Transactional
  public void admitReviewer(Actor actor, UUID id, UUID person) {
    Paper paper = followed(actor, id);
    paper.tie(person, Tie.REVIEWER);
    changed(paper);
    audit.record(actor, "paper.reviewer.admitted", KIND, id, person.toString());
  }

  /** Publishes the last version of an accepted paper, today. */
  @Transactional
  public void publish(Actor actor, UUID id) {
    publish(actor, id, LocalDate.now(clock));
  }

  /** Publishes on a day of the past: for what was published before it came into this house. */
  @Transactional
  public void publish(Actor actor, UUID id, LocalDate on) {
    Paper paper = one(id);
    if (!PaperAccess.line(paper.facts()).admit(actor) && !actor.isSystem()) {
      throw new NotFoundException("paper " + id);
    }
    if (!PaperAccess.mayPublish(actor, paper.facts())) {
      throw new DomainException("paper.publish.who");
    }
    paper.publish(on);
    changed(paper);
    audit.record(actor, "paper.published", KIND, id, "version " + paper.publishedVersion);
    // What the program itself brings in from the past is no news to anyone.
    if (!actor.isSystem()) {
      events.publishEvent(new PaperPublished(id));
    }
  }

  /** The reference of a paper whose line the actor may see. */
  @Transactional(readOnly = true)
  public String reference(Actor actor, UUID id) {
    Paper paper = one(id);
    if (!PaperAccess.line(paper.facts()).admit(actor)) {
      throw new NotFoundException("paper " + id);
    }
    return paper.reference;
  }

  /** The paper as the actor may see it. */
  @Transactional(readOnly = true)
  public PaperPage page(Actor actor, String reference) {
    Paper paper =
        papers
            .findByReference(reference)
            .filter(p -> PaperAccess.line(p.facts()).admit(actor))
            .orElseThrow(() -> new NotFoundException("paper " + reference));
    PaperAccess.Facts facts = paper.facts();
    boolean edits = PaperAccess.mayEdit(actor, facts);
    boolean reads = PaperAccess.text(facts).admit(actor);
    PaperDraft all = paper.draft();
    PaperDraft told =
        new PaperDraft(
            all.type(),
            all.title(),
            reads ? all.abstractText() : "",
            all.language(),
            all.themes(),
            all.countries(),
            all.authors(),
            edits ? all.conflicts() : Set.of());
    List<PaperPage.VersionLine> versions =
        PaperAccess.versions(facts).admit(actor)
            ? paper.versions.stream()
                .filter(v -> edits || v.number <= paper.sentVersion)
                .sorted(Comparator.comparingInt((Paper.PaperVersion v) -> v.number).reversed())
                .map(v -> new PaperPage.VersionLine(v.number, mediaType(v), v.uploadedAt))
                .toList()
            : List.of();
    return new PaperPage(
        paper.id,
        paper.reference,
        paper.bodyId,
        paper.state,
        told,
        paper.publishedOn,
        versions,
        edits && paper.state == PaperState.DRAFT,
        edits && paper.state.takesVersions(),
        paper.state == PaperState.ACCEPTED && PaperAccess.mayPublish(actor, facts),
        paper.revision);
  }

  /**
   * Takes a file in for a version to come and reads its text: what cannot be read is refused here,
   * and adding it later is quick.
   */
  public TakenFile take(Actor actor, InputStream content, String name) {
    if (!PaperAccess.mayStart(actor)) {
      throw new DomainException("paper.start.who");
    }
    StoredFile file = files.put(content);
    List<TextUnit> text = texts.extract(file);
    boolean words = text.stream().anyMatch(unit -> !unit.text().isBlank());
    return new TakenFile(file, name, text.size(), words);
  }

  /** The file of a version, for who may read all versions; under a name that tells nothing. */
  @Transactional(readOnly = true)
  public PaperFile file(Actor actor, UUID id, int version) {
    StoredFile file = files.find(version(actor, id, version).sha256).orElseThrow();
    String extension = file.mediaType().equals(PaperFile.PDF) ? ".pdf" : ".docx";
    return new PaperFile(
        files.path(file), file.mediaType(), one(id).reference + "-v" + version + extension);
  }

  /** The text of a version by page or paragraph, for who may read all versions. */
  @Transactional(readOnly = true)
  public List<TextUnit> text(Actor actor, UUID id, int version) {
    return texts.of(version(actor, id, version).sha256);
  }

  /** What other modules' rules look at; for the program itself. */
  @Transactional(readOnly = true)
  public PaperFacts facts(Actor actor, UUID id) {
    Paper paper = followed(actor, id);
    return new PaperFacts(
        paper.id,
        paper.reference,
        paper.title,
        paper.abstractText,
        paper.language,
        paper.bodyId,
        paper.state,
        paper.versions.size(),
        paper.tied(Tie.AUTHOR),
        paper.tied(Tie.CONFLICT));
  }

  /** The published paper of this reference. */
  @Transactional(readOnly = true)
  public Optional<PublishedPaper> published(Actor actor, String reference) {
    return papers
        .findByReference(reference)
        .filter(paper -> paper.state == PaperState.PUBLISHED)
        .map(Papers::published);
  }

  /** The published paper of this id. */
  @Transactional(readOnly = true)
  public Optional<PublishedPaper> published(Actor actor, UUID id) {
    return papers
        .findById(id)
        .filter(paper -> paper.state == PaperState.PUBLISHED)
        .map(Papers::published);
  }

  @Transactional(readOnly = true)
  List<UUID> ids() {
    return papers.ids();
  }

  @Transactional(readOnly = true)
  Optional<Paper> loaded(UUID id) {
    Optional<Paper> paper = papers.findById(id);
    // What the index reads of it, while the transaction is open.
    paper.ifPresent(
        p -> {
          p.authors.size();
          p.themes.size();
          p.countries.size();
          p.versions.size();
          p.persons.size();
        });
    return paper;
  }

  private Paper one(UUID id) {
    return papers.findById(id).orElseThrow(() -> new NotFoundException("paper " + id));
  }

  private Paper editable(Actor actor, UUID id) {
    Paper paper = one(id);
    if (!PaperAccess.mayEdit(actor, paper.facts())) {
      if (PaperAccess.line(paper.facts()).admit(actor)) {
        throw new DomainException("paper.edit.who", paper.reference);
      }
      throw new NotFoundException("paper " + id);
    }
    return paper;
  }

  private Paper followed(Actor actor, UUID id) {
    if (!actor.isSystem()) {
      throw new NotFoundException("paper " + id);
    }
    return one(id);
  }

  private Paper.PaperVersion version(Actor actor, UUID id, int number) {
    Paper paper = one(id);
    if (!PaperAccess.versions(paper.facts()).admit(actor)) {
      throw new NotFoundException("paper " + id);
    }
    return paper
        .version(number)
        .filter(v -> v.number <= paper.sentVersion || PaperAccess.mayEdit(actor, paper.facts()))
        .orElseThrow(() -> new NotFoundException("version " + number + " of " + id));
  }

  private String mediaType(Paper.PaperVersion version) {
    return files.find(version.sha256).orElseThrow().mediaType();
  }

  /** What follows every change, in its transaction: the readers' rows and the search log. */
  private void changed(Paper paper) {
    papers.flush();
    readers.write(paper.id, PaperAccess.LINE, PaperAccess.line(paper.facts()));
    readers.write(paper.id, PaperAccess.TEXT, PaperAccess.text(paper.facts()));
    search.changed(KIND, paper.id);
  }

  static PublishedPaper published(Paper paper) {
    int number = Objects.requireNonNull(paper.publishedVersion);
    Paper.PaperVersion version =
        paper.version(number).orElseThrow(() -> new IllegalStateException("no version " + number));
    PaperDraft draft = paper.draft();
    return new PublishedPaper(
        paper.id,
        paper.reference,
        draft.type(),
        draft.title(),
        draft.abstractText(),
        draft.language(),
        paper.bodyId,
        Objects.requireNonNull(paper.publishedOn),
        number,
        version.sha256,
        draft.authors().stream()
            .map(a -> new PaperDraft.Author(a.name(), a.affiliation()))
            .toList(),
        draft.themes(),
        draft.countries());
  }
}
