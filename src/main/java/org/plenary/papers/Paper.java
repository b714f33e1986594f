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
import java.util.Set;
import java.util.UUID;
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
  @Nullable Integer publishedVersion;

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

  protected Paper() {}

  Paper(UUID id, String reference, UUID bodyId, PaperDraft draft) {
    this.id = id;
    this.reference = reference;
    this.bodyId = bodyId;
    this.state = PaperState.DRAFT;
    this.type = draft.type();
    this.title = draft.title();
    this.abstractText = draft.abstractText();
    this.language = draft.language();
    this.themes.addAll(draft.themes());
    this.countries.addAll(draft.countries());
    for (PaperDraft.Author author : draft.authors()) {
      Author row = new Author();
      row.name = author.name();
      row.affiliation = author.affiliation();
      authors.add(row);
    }
  }

  /** Adds the next version and returns its number, from 1. */
  int addVersion(String sha256, String fileName, Instant now) {
    if (state == PaperState.PUBLISHED || state == PaperState.WITHDRAWN) {
      throw new DomainException("paper.closed", reference);
    }
    PaperVersion version = new PaperVersion();
    version.number = versions.size() + 1;
    version.sha256 = sha256;
    version.fileName = fileName;
    version.uploadedAt = now;
    versions.add(version);
    return version.number;
  }

  void submit() {
    require(PaperState.DRAFT, "paper.submit.state");
    if (versions.isEmpty()) {
      throw new DomainException("paper.submit.file");
    }
    state = PaperState.SUBMITTED;
  }

  void accept() {
    if (state != PaperState.SUBMITTED && state != PaperState.IN_REVIEW) {
      throw new DomainException("paper.accept.state", reference);
    }
    state = PaperState.ACCEPTED;
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
