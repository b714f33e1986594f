package org.plenary.papers;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;

/** A paper with its authors and versions; its steps are named methods that refuse out of turn. */
@Entity
@Table(name = "paper")
@NullUnmarked
class Paper {
  static final int MOST_SUPPLEMENTS = 20;

  @Id UUID id;
  @Version long revision;

  /** Given when it is submitted. */
  @Nullable String reference;

  @Enumerated(EnumType.STRING)
  PaperState state;

  String type;

  @Column(length = 60_000)
  String title;

  @Column(name = "abstract_text", length = 100_000)
  String abstractText;

  String language;

  /** The group that handles it; chosen at the latest when it is submitted. */
  @Nullable UUID bodyId;

  String funding = "";
  @Nullable LocalDate publishedOn;

  /** The last version that left the authors' hands; 0 while it is a draft. */
  int sentVersion;

  @Nullable Integer publishedVersion;

  /** What changed in the version that is not sent yet. */
  String nextNote = "";

  /** The state it was withdrawn in: who could read it then can read it still. */
  @Enumerated(EnumType.STRING)
  @Nullable PaperState withdrawnFrom;

  @Nullable Instant withdrawnAt;
  @Nullable String withdrawalReason;

  /** The call it is in from its submission on; before, the one its authors chose, if any. */
  @Nullable UUID callId;

  /** As the call promised when the paper came in. */
  @Enumerated(EnumType.STRING)
  Blindness blindness = Blindness.SINGLE;

  boolean publishesReviews;

  @ElementCollection
  @CollectionTable(name = "paper_author", joinColumns = @JoinColumn(name = "paper_id"))
  @OrderColumn(name = "position")
  List<Author> authors = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "paper_theme", joinColumns = @JoinColumn(name = "paper_id"))
  @Column(name = "theme")
  Set<String> themes = new LinkedHashSet<>();

  @ElementCollection
  @CollectionTable(name = "paper_country", joinColumns = @JoinColumn(name = "paper_id"))
  @Column(name = "country", columnDefinition = "char(2)")
  Set<String> countries = new LinkedHashSet<>();

  @ElementCollection
  @CollectionTable(name = "paper_keyword", joinColumns = @JoinColumn(name = "paper_id"))
  @OrderColumn(name = "position")
  @Column(name = "keyword")
  List<String> keywords = new ArrayList<>();

  /** In which it can be read besides its main one. */
  @ElementCollection
  @CollectionTable(name = "paper_language", joinColumns = @JoinColumn(name = "paper_id"))
  @Column(name = "language")
  Set<String> otherLanguages = new LinkedHashSet<>();

  /** Groups that it concerns too and that do not handle it. */
  @ElementCollection
  @CollectionTable(name = "paper_group", joinColumns = @JoinColumn(name = "paper_id"))
  @Column(name = "body_id")
  Set<UUID> alsoConcerns = new LinkedHashSet<>();

  @ElementCollection
  @CollectionTable(name = "paper_supplement", joinColumns = @JoinColumn(name = "paper_id"))
  Set<Supplement> supplements = new LinkedHashSet<>();

  @ElementCollection
  @CollectionTable(name = "paper_version", joinColumns = @JoinColumn(name = "paper_id"))
  Set<PaperVersion> versions = new LinkedHashSet<>();

  @ElementCollection
  @CollectionTable(name = "paper_person", joinColumns = @JoinColumn(name = "paper_id"))
  Set<Person> persons = new LinkedHashSet<>();

  protected Paper() {}

  Paper(UUID id, PaperDraft draft) {
    this.id = id;
    this.state = PaperState.DRAFT;
    say(draft);
  }

  /**
   * Takes over what the authors say, as long as nothing was submitted.
   *
   * @param by who stays an author even if the list of names leaves them out
   * @return whether that is news
   */
  boolean revise(PaperDraft draft, UUID by) {
    require(PaperState.DRAFT, "paper.revise.state");
    if (draft.equals(draft())) {
      return false;
    }
    Set<UUID> before = personsAmongAuthors();
    say(draft);
    // Whoever was taken off the list loses what only the list gave.
    Set<UUID> left = personsAmongAuthors();
    persons.removeIf(
        person ->
            person.tie == Tie.AUTHOR
                && before.contains(person.personId)
                && !left.contains(person.personId)
                && !person.personId.equals(by));
    tie(by, Tie.AUTHOR);
    return true;
  }

  /** Back to the standing call, which is what nothing chosen means. */
  void leaveCall() {
    callId = null;
    blindness = Blindness.SINGLE;
    publishesReviews = false;
  }

  private Set<UUID> personsAmongAuthors() {
    return authors.stream()
        .map(author -> author.personId)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private void say(PaperDraft draft) {
    type = draft.type();
    title = draft.title();
    abstractText = draft.abstractText();
    language = draft.language();
    if (!Objects.equals(bodyId, draft.group())) {
      leaveCall();
    }
    bodyId = draft.group();
    funding = draft.funding();
    themes.clear();
    themes.addAll(draft.themes());
    countries.clear();
    countries.addAll(draft.countries());
    keywords.clear();
    keywords.addAll(draft.keywords());
    otherLanguages.clear();
    otherLanguages.addAll(draft.otherLanguages());
    alsoConcerns.clear();
    alsoConcerns.addAll(draft.alsoConcerns());
    authors.clear();
    persons.removeIf(person -> person.tie == Tie.CONFLICT);
    for (PaperDraft.Author author : draft.authors()) {
      authors.add(new Author(author));
      if (author.person() != null) {
        tie(author.person(), Tie.AUTHOR);
      }
    }
    draft.conflicts().forEach(person -> tie(person, Tie.CONFLICT));
  }

  void tie(UUID person, Tie tie) {
    persons.add(new Person(person, tie));
  }

  Set<UUID> tied(Tie tie) {
    return persons.stream()
        .filter(person -> person.tie == tie)
        .map(person -> person.personId)
        .collect(Collectors.toSet());
  }

  PaperAccess.Facts facts() {
    return new PaperAccess.Facts(
        bodyId,
        withdrawnFrom == null ? state : withdrawnFrom,
        tied(Tie.AUTHOR),
        tied(Tie.REVIEWER),
        tied(Tie.CONFLICT),
        tied(Tie.HANDLER),
        blindness);
  }

  PaperDraft draft() {
    return new PaperDraft(
        type,
        title,
        abstractText,
        language,
        themes.stream().sorted().toList(),
        countries.stream().sorted().toList(),
        authors.stream()
            .map(a -> new PaperDraft.Author(a.name, a.affiliation, a.personId, a.orcid))
            .toList(),
        tied(Tie.CONFLICT),
        bodyId,
        Set.copyOf(alsoConcerns),
        otherLanguages.stream().sorted().toList(),
        List.copyOf(keywords),
        funding);
  }

  /** Its reference; only for what was submitted. */
  String reference() {
    return Objects.requireNonNull(reference);
  }

  /** The group that handles it; only for what was submitted. */
  UUID group() {
    return Objects.requireNonNull(bodyId);
  }

  /** The version of this number, from 1. */
  Optional<PaperVersion> version(int number) {
    return versions.stream().filter(version -> version.number == number).findFirst();
  }

  /**
   * Adds the next version and returns its number, from 1. Until it is sent nobody else has seen it,
   * so a new file takes the place of the old.
   */
  int addVersion(String sha256, String fileName, Instant now) {
    requireTakesVersions();
    boolean first = versions.stream().noneMatch(version -> version.number > sentVersion);
    versions.removeIf(unsent -> unsent.number > sentVersion);
    PaperVersion version = new PaperVersion();
    version.number = nextVersion();
    version.sha256 = sha256;
    version.fileName = fileName;
    version.uploadedAt = now;
    versions.add(version);
    if (first) {
      // What stood beside the version before stands beside this one too, until it is taken off.
      supplements(sentVersion)
          .forEach(kept -> addSupplement(kept.sha256, kept.label, kept.fileName, kept.uploadedAt));
    }
    return version.number;
  }

  /** The number of the version that is not sent yet. */
  int nextVersion() {
    return sentVersion + 1;
  }

  private void requireTakesVersions() {
    if (!state.takesVersions()) {
      throw new DomainException("paper.version.state", reference());
    }
  }

  /** The further files of a version, in order. */
  List<Supplement> supplements(int version) {
    return supplements.stream()
        .filter(supplement -> supplement.version == version)
        .sorted(Comparator.comparingInt(supplement -> supplement.number))
        .toList();
  }

  /** Adds a further file to the version that is not sent yet and returns its number there. */
  int addSupplement(String sha256, String label, String fileName, Instant now) {
    requireTakesVersions();
    List<Supplement> before = supplements(nextVersion());
    if (before.size() >= MOST_SUPPLEMENTS) {
      throw new DomainException("paper.supplement.many", MOST_SUPPLEMENTS);
    }
    Supplement added = new Supplement();
    added.version = nextVersion();
    added.number = before.isEmpty() ? 1 : before.getLast().number + 1;
    added.sha256 = sha256;
    added.label = label;
    added.fileName = fileName;
    added.uploadedAt = now;
    supplements.add(added);
    return added.number;
  }

  /** A further file of the version that is not sent yet. */
  Optional<Supplement> unsentSupplement(int number) {
    requireTakesVersions();
    return supplements(nextVersion()).stream().filter(s -> s.number == number).findFirst();
  }

  /** Keeps what changed in the version that is asked for. */
  void note(String text) {
    require(PaperState.REVISION, "paper.version.state");
    nextNote = text;
  }

  /** The version that was asked for leaves the authors' hands, with what changed in it. */
  void sendVersion() {
    require(PaperState.REVISION, "paper.version.state");
    if (nextNote.isBlank()) {
      throw new DomainException("paper.version.note");
    }
    int next = nextVersion();
    PaperVersion version =
        version(next).orElseThrow(() -> new DomainException("review.resubmit.version"));
    version.changeNote = nextNote.strip();
    nextNote = "";
    sentVersion = next;
  }

  /**
   * Hands it in under a reference.
   *
   * @throws DomainException if something is missing
   */
  void submit(String given) {
    requireSubmittable();
    reference = given;
    state = PaperState.SUBMITTED;
    sentVersion = versions.size();
  }

  /** Refuses what cannot be handed in yet. */
  void requireSubmittable() {
    require(PaperState.DRAFT, "paper.submit.state");
    Set<Lack> lacks = draft().lacks(!versions.isEmpty());
    if (lacks.equals(Set.of(Lack.FILE))) {
      throw new DomainException("paper.submit.file");
    }
    if (!lacks.isEmpty()) {
      throw new DomainException("paper.submit.missing");
    }
  }

  /** Its authors take it back, with a reason. */
  void withdraw(String reason, Instant now) {
    if (!state.isWithdrawable()) {
      throw new DomainException("paper.withdraw.state", name());
    }
    withdrawnFrom = state;
    withdrawnAt = now;
    withdrawalReason = reason;
    state = PaperState.WITHDRAWN;
  }

  /** Goes where the case of its review went; true if that is news. */
  boolean follow(PaperState next) {
    if (state == next || !state.leadsTo(next)) {
      return false;
    }
    state = next;
    if (next == PaperState.IN_REVIEW) {
      sentVersion = versions.size();
    }
    return true;
  }

  void publish(LocalDate on) {
    require(PaperState.ACCEPTED, "paper.publish.state");
    state = PaperState.PUBLISHED;
    publishedOn = on;
    publishedVersion = versions.size();
  }

  private void require(PaperState expected, String otherwise) {
    if (state != expected) {
      throw new DomainException(otherwise, name());
    }
  }

  /** What a refusal calls it. */
  private String name() {
    return reference == null ? title : reference;
  }

  /** An author in order. */
  @Embeddable
  @NullUnmarked
  static class Author {
    String name;
    String affiliation;
    @Nullable UUID personId;
    @Nullable String orcid;

    protected Author() {}

    Author(PaperDraft.Author author) {
      name = author.name();
      affiliation = author.affiliation();
      personId = author.person();
      orcid = author.orcid();
    }
  }

  /** A person tied to the paper. */
  @Embeddable
  @NullUnmarked
  static class Person {
    UUID personId;

    @Enumerated(EnumType.STRING)
    Tie tie;

    protected Person() {}

    Person(UUID personId, Tie tie) {
      this.personId = personId;
      this.tie = tie;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Person that && personId.equals(that.personId) && tie == that.tie;
    }

    @Override
    public int hashCode() {
      return Objects.hash(personId, tie);
    }
  }

  /** A version and its file. */
  @Embeddable
  @NullUnmarked
  static class PaperVersion {
    int number;

    @Column(columnDefinition = "char(64)")
    String sha256;

    String fileName;
    Instant uploadedAt;

    /** What changed since the version before; empty for the first. */
    String changeNote = "";

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof PaperVersion that && number == that.number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }
}
