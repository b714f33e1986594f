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
  @Id UUID id;
  @Version long revision;
  String reference;

  @Enumerated(EnumType.STRING)
  PaperState state;

  String type;
  String title;

  @Column(name = "abstract_text", length = 100_000)
  String abstractText;

  String language;
  UUID bodyId;
  @Nullable LocalDate publishedOn;

  /** The last version that left the authors' hands; 0 while it is a draft. */
  int sentVersion;

  @Nullable Integer publishedVersion;

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
  @CollectionTable(name = "paper_version", joinColumns = @JoinColumn(name = "paper_id"))
  Set<PaperVersion> versions = new LinkedHashSet<>();

  @ElementCollection
  @CollectionTable(name = "paper_person", joinColumns = @JoinColumn(name = "paper_id"))
  Set<Person> persons = new LinkedHashSet<>();

  protected Paper() {}

  Paper(UUID id, String reference, UUID bodyId, PaperDraft draft) {
    this.id = id;
    this.reference = reference;
    this.bodyId = bodyId;
    this.state = PaperState.DRAFT;
    say(draft);
  }

  /** Takes over what the authors say, as long as nothing was submitted. */
  void revise(PaperDraft draft) {
    require(PaperState.DRAFT, "paper.revise.state");
    say(draft);
  }

  private void say(PaperDraft draft) {
    type = draft.type();
    title = draft.title();
    abstractText = draft.abstractText();
    language = draft.language();
    themes.clear();
    themes.addAll(draft.themes());
    countries.clear();
    countries.addAll(draft.countries());
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
        bodyId, state, tied(Tie.AUTHOR), tied(Tie.REVIEWER), tied(Tie.CONFLICT), blindness);
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
            .map(a -> new PaperDraft.Author(a.name, a.affiliation, a.personId))
            .toList(),
        tied(Tie.CONFLICT));
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
    if (!state.takesVersions()) {
      throw new DomainException("paper.version.state", reference);
    }
    versions.removeIf(unsent -> unsent.number > sentVersion);
    PaperVersion version = new PaperVersion();
    version.number = versions.size() + 1;
    version.sha256 = sha256;
    version.fileName = fileName;
    version.uploadedAt = now;
    versions.add(version);
    return version.number;
  }

  /** Hands it in; what is still missing is said all at once. */
  void submit() {
    require(PaperState.DRAFT, "paper.submit.state");
    if (title.isBlank() || abstractText.isBlank() || authors.isEmpty() || themes.isEmpty()) {
      throw new DomainException("paper.submit.missing");
    }
    if (versions.isEmpty()) {
      throw new DomainException("paper.submit.file");
    }
    state = PaperState.SUBMITTED;
    sentVersion = versions.size();
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
      throw new DomainException(otherwise, reference);
    }
  }

  /** An author in order. */
  @Embeddable
  @NullUnmarked
  static class Author {
    String name;
    String affiliation;
    @Nullable UUID personId;

    protected Author() {}

    Author(PaperDraft.Author author) {
      name = author.name();
      affiliation = author.affiliation();
      personId = author.person();
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
  }
}
