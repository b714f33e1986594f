package org.plenary.papers;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
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
import org.plenary.files.Renditions;
import org.plenary.files.StoredFile;
import org.plenary.files.TextUnit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Counters;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Revisions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Papers from draft to publication. What an actor may not know of is not there. Thread-safe. */
@Service
public class Papers {
  /** The word for a paper in the index, in addresses and on screen. */
  public static final String KIND = "paper";

  /** Of a change note, in characters. */
  public static final int LONGEST_NOTE = 4_000;

  private static final int LONGEST_FILE_NAME = 200;

  private final PaperRecords records;
  private final Drafts drafts;
  private final Supplements supplements;
  private final Bodies bodies;
  private final FileStore files;
  private final FileTexts texts;
  private final Renditions renditions;
  private final Calls calls;
  private final AuthorsKnown known;
  private final Audit audit;
  private final Counters counters;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Papers(
      PaperRecords records,
      Drafts drafts,
      Supplements supplements,
      Bodies bodies,
      FileStore files,
      FileTexts texts,
      Renditions renditions,
      Calls calls,
      AuthorsKnown known,
      Audit audit,
      Counters counters,
      ApplicationEventPublisher events,
      TransactionTemplate transaction,
      Clock clock) {
    this.records = records;
    this.drafts = drafts;
    this.supplements = supplements;
    this.bodies = bodies;
    this.files = files;
    this.texts = texts;
    this.renditions = renditions;
    this.calls = calls;
    this.known = known;
    this.audit = audit;
    this.counters = counters;
    this.events = events;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Starts a draft of the actor that has its group already. */
  public UUID start(Actor actor, UUID group, PaperDraft draft) {
    return drafts.start(actor, draft.in(group));
  }

  /**
   * Adds a version whose text is extracted before it is kept: what cannot be read is refused.
   * Extraction runs before the transaction, for it may take a minute.
   *
   * @return the version's number, from 1
   */
  public int addVersion(Actor actor, UUID id, StoredFile file, String fileName) {
    transaction.executeWithoutResult(status -> records.editable(actor, id));
    texts.extract(file);
    renditions.of(file);
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Paper paper = records.editable(actor, id);
              int number = paper.addVersion(file.sha256(), fileName(fileName), clock.instant());
              records.changed(paper);
              audit.record(actor, "paper.version.added", KIND, id, number + " " + file.sha256());
              return number;
            }));
  }

  /**
   * Keeps what changed in the version that is asked for; read by the authors alone until it is
   * sent.
   *
   * @param seen the revision that was on the screen
   * @return the revision now
   */
  @Transactional
  public long noteChange(Actor actor, UUID id, String note, long seen) {
    if (note.length() > LONGEST_NOTE) {
      throw new DomainException("form.long", LONGEST_NOTE, note.length());
    }
    Paper paper = records.editable(actor, id);
    Revisions.same(seen, paper.revision);
    paper.note(note);
    records.changed(paper);
    audit.record(actor, "paper.change.noted", KIND, id, null);
    return paper.revision;
  }

  /** Sends the version that was asked for, with what changed in it; the program's own step. */
  @Transactional
  public void sendVersion(Actor actor, UUID id) {
    Paper paper = followed(actor, id);
    paper.sendVersion();
    records.changed(paper);
    audit.record(actor, "paper.version.sent", KIND, id, "version " + paper.sentVersion);
  }

  /** Hands the paper in: it gets its reference, and the case of its review opens. */
  @Transactional
  public void submit(Actor actor, UUID id) {
    submit(actor, id, LocalDate.now(clock));
  }

  /** The same on a day of the past: for what was submitted before it came into this house. */
  @Transactional
  public void submit(Actor actor, UUID id, LocalDate on) {
    Paper paper = records.editable(actor, id);
    paper.requireSubmittable();
    if (!actor.isSystem()) {
      drafts.requireHandlers(paper);
    }
    Body group = bodies.byId(paper.group()).orElseThrow();
    if (!group.active()) {
      throw new DomainException("paper.start.dormant", group.name());
    }
    calls.enter(paper);
    String prefix = group.code() + "-" + on.getYear() + "-";
    paper.submit(prefix + "%03d".formatted(counters.next(prefix)));
    records.changed(paper);
    audit.record(actor, "paper.submitted", KIND, id, paper.reference);
    events.publishEvent(new PaperSubmitted(id));
  }

  /** Brings the paper where the case of its review went; the program's own step. */
  @Transactional
  public void follow(Actor actor, UUID id, PaperState next) {
    Paper paper = followed(actor, id);
    if (paper.follow(next)) {
      records.changed(paper);
      audit.record(actor, "paper.followed", KIND, id, next.name());
    }
  }

  /** Admits a reviewer to the paper's versions; the program's own step. */
  @Transactional
  public void admitReviewer(Actor actor, UUID id, UUID person) {
    Paper paper = followed(actor, id);
    paper.tie(person, Tie.REVIEWER);
    records.changed(paper);
    audit.record(actor, "paper.reviewer.admitted", KIND, id, person.toString());
  }

  /** Tells who wrote it to a member who was named to handle it; the program's own step. */
  @Transactional
  public void admitHandler(Actor actor, UUID id, UUID person) {
    Paper paper = followed(actor, id);
    paper.tie(person, Tie.HANDLER);
    records.changed(paper);
    audit.record(actor, "paper.handler.admitted", KIND, id, person.toString());
  }

  /** Publishes the last version of an accepted paper, today. */
  @Transactional
  public void publish(Actor actor, UUID id) {
    publish(actor, id, LocalDate.now(clock));
  }

  /** Publishes on a day of the past: for what was published before it came into this house. */
  @Transactional
  public void publish(Actor actor, UUID id, LocalDate on) {
    Paper paper = records.one(id);
    if (!PaperAccess.line(paper.facts()).admit(actor) && !actor.isSystem()) {
      throw new NotFoundException("paper " + id);
    }
    if (!PaperAccess.mayPublish(actor, paper.facts())) {
      throw new DomainException("paper.publish.who");
    }
    paper.publish(on);
    records.changed(paper);
    audit.record(actor, "paper.published", KIND, id, "version " + paper.publishedVersion);
    // What the program itself brings in from the past is no news to anyone.
    if (!actor.isSystem()) {
      events.publishEvent(new PaperPublished(id));
    }
  }

  /** The reference of a paper whose line the actor may see. */
  @Transactional(readOnly = true)
  public String reference(Actor actor, UUID id) {
    Paper paper = records.one(id);
    if (!PaperAccess.line(paper.facts()).admit(actor)) {
      throw new NotFoundException("paper " + id);
    }
    return paper.reference();
  }

  /** The paper as the actor may see it. */
  @Transactional(readOnly = true)
  public PaperPage page(Actor actor, String reference) {
    Paper paper =
        records
            .find(reference)
            .filter(p -> PaperAccess.line(p.facts()).admit(actor))
            .orElseThrow(() -> new NotFoundException("paper " + reference));
    PaperAccess.Facts facts = paper.facts();
    boolean edits = PaperAccess.mayEdit(actor, facts);
    boolean reads = PaperAccess.text(facts).admit(actor);
    boolean named = PaperAccess.names(facts).admit(actor);
    PaperDraft all = paper.draft();
    PaperDraft told =
        new PaperDraft(
            all.type(),
            all.title(),
            reads ? all.abstractText() : "",
            all.language(),
            all.themes(),
            all.countries(),
            named ? all.authors() : List.of(),
            edits ? all.conflicts() : Set.of(),
            all.group(),
            all.alsoConcerns(),
            all.otherLanguages(),
            all.keywords(),
            // Who paid often tells who wrote.
            named ? all.funding() : "");
    List<PaperPage.VersionLine> versions =
        PaperAccess.versions(facts).admit(actor)
            ? paper.versions.stream()
                .filter(v -> edits || v.number <= paper.sentVersion)
                .sorted(Comparator.comparingInt((Paper.PaperVersion v) -> v.number).reversed())
                .map(
                    v ->
                        new PaperPage.VersionLine(
                            v.number,
                            mediaType(v),
                            v.uploadedAt,
                            v.changeNote,
                            supplements.lines(actor, paper, v.number)))
                .toList()
            : List.of();
    return new PaperPage(
        paper.id,
        paper.reference(),
        paper.group(),
        paper.state,
        told,
        paper.publishedOn,
        versions,
        edits && paper.state.takesVersions(),
        paper.state == PaperState.ACCEPTED && PaperAccess.mayPublish(actor, facts),
        edits && paper.state.isWithdrawable(),
        edits ? paper.nextNote : "",
        paper.withdrawnAt == null
            ? null
            : new PaperPage.Withdrawal(
                PaperAccess.versions(facts).admit(actor)
                    ? Objects.requireNonNullElse(paper.withdrawalReason, "")
                    : "",
                paper.withdrawnAt),
        paper.revision,
        paper.callId,
        paper.blindness,
        named);
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
    // For the reviewers, who then never wait for it.
    renditions.of(file);
    boolean words = text.stream().anyMatch(unit -> !unit.text().isBlank());
    Proposal proposal = words ? Proposals.of(texts.opening(file), name) : Proposal.NOTHING;
    return new TakenFile(file, name, text.size(), words, proposal);
  }

  /**
   * The file of a version, for who may read all versions; under a name that tells nothing.
   * Reviewers and those who may not know the authors get its clean rendition.
   */
  @Transactional(readOnly = true)
  public PaperFile file(Actor actor, UUID id, int version) {
    Paper paper = records.one(id);
    StoredFile original = files.find(records.version(actor, paper, version).sha256).orElseThrow();
    StoredFile file =
        PaperAccess.mayReadOriginal(actor, paper.facts()) ? original : renditions.of(original);
    return new PaperFile(
        files.path(file),
        file.mediaType(),
        (paper.reference == null ? "draft" : paper.reference)
            + "-v"
            + version
            + "."
            + file.extension());
  }

  /** The text of a version by page or paragraph, for who may read all versions. */
  @Transactional(readOnly = true)
  public List<TextUnit> text(Actor actor, UUID id, int version) {
    return texts.of(records.version(actor, records.one(id), version).sha256);
  }

  /** The SHA-256 of a version's file, for who may read all versions; never told to a page. */
  @Transactional(readOnly = true)
  String fileOf(Actor actor, UUID id, int version) {
    return records.version(actor, records.one(id), version).sha256;
  }

  /**
   * Where the authors' names stand in what reviewers read of a double-blind paper, for its authors
   * to look at before they send it: in the text of the last version, and in what is said beside it.
   * Empty under another blindness.
   */
  @Transactional(readOnly = true)
  public List<NameInText> namesInText(Actor actor, UUID id) {
    Paper paper = records.editable(actor, id);
    if (paper.blindness != Blindness.DOUBLE) {
      return List.of();
    }
    List<String> beside = new ArrayList<>(paper.draft().keywords());
    beside.add(paper.nextNote);
    paper.supplements(paper.nextVersion()).forEach(supplement -> beside.add(supplement.label));
    return NamesInText.find(
        paper.draft(),
        beside,
        paper.version(paper.versions.size()).map(v -> texts.of(v.sha256)).orElse(List.of()));
  }

  /** What other modules' rules look at, once it was submitted; for the program itself. */
  @Transactional(readOnly = true)
  public PaperFacts facts(Actor actor, UUID id) {
    Paper paper = followed(actor, id);
    if (paper.state == PaperState.DRAFT) {
      throw new NotFoundException("submitted paper " + id);
    }
    return new PaperFacts(
        paper.id,
        paper.reference(),
        paper.title,
        paper.abstractText,
        paper.language,
        paper.group(),
        paper.state,
        paper.versions.size(),
        paper.tied(Tie.AUTHOR),
        paper.tied(Tie.CONFLICT),
        paper.tied(Tie.REVIEWER),
        paper.blindness,
        paper.publishesReviews,
        known.to(paper.facts()));
  }

  /** Why its authors took it back; for the program itself. */
  @Transactional(readOnly = true)
  public String withdrawalReason(Actor actor, UUID id) {
    return Objects.requireNonNullElse(followed(actor, id).withdrawalReason, "");
  }

  /** The published paper of this reference. */
  @Transactional(readOnly = true)
  public Optional<PublishedPaper> published(Actor actor, String reference) {
    return records
        .find(reference)
        .filter(paper -> paper.state == PaperState.PUBLISHED)
        .map(this::published);
  }

  /** The published paper of this id. */
  @Transactional(readOnly = true)
  public Optional<PublishedPaper> published(Actor actor, UUID id) {
    return records
        .find(id)
        .filter(paper -> paper.state == PaperState.PUBLISHED)
        .map(this::published);
  }

  @Transactional(readOnly = true)
  List<UUID> ids() {
    return records.ids();
  }

  @Transactional(readOnly = true)
  List<Paper> loaded(Collection<UUID> ids) {
    List<Paper> papers = records.all(ids);
    // What the index reads of them, while the transaction is open.
    papers.forEach(
        p -> {
          p.authors.size();
          p.themes.size();
          p.countries.size();
          p.versions.size();
          p.persons.size();
          p.keywords.size();
          p.otherLanguages.size();
          p.alsoConcerns.size();
          p.supplements.size();
        });
    return papers;
  }

  private Paper followed(Actor actor, UUID id) {
    if (!actor.isSystem()) {
      throw new NotFoundException("paper " + id);
    }
    return records.one(id);
  }

  private String mediaType(Paper.PaperVersion version) {
    return files.find(version.sha256).orElseThrow().mediaType();
  }

  /** The name of an upload as far as there is room for it. */
  static String fileName(String name) {
    return name.length() <= LONGEST_FILE_NAME
        ? name
        : name.substring(name.length() - LONGEST_FILE_NAME);
  }

  PublishedPaper published(Paper paper) {
    int number = Objects.requireNonNull(paper.publishedVersion);
    Paper.PaperVersion version =
        paper.version(number).orElseThrow(() -> new IllegalStateException("no version " + number));
    PaperDraft draft = paper.draft();
    return new PublishedPaper(
        paper.id,
        paper.reference(),
        draft.type(),
        draft.title(),
        draft.abstractText(),
        draft.language(),
        paper.group(),
        Objects.requireNonNull(paper.publishedOn),
        number,
        version.sha256,
        draft.authors().stream()
            .map(a -> new PaperDraft.Author(a.name(), a.affiliation(), null, a.orcid()))
            .toList(),
        draft.themes(),
        draft.countries(),
        draft.otherLanguages(),
        draft.keywords(),
        draft.funding(),
        supplements.lines(Actor.PUBLIC, paper, number));
  }
}
