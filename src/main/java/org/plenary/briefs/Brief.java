package org.plenary.briefs;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;

/** A brief; its steps are named methods that refuse out of turn. */
@Entity
@Table(name = "brief")
@NullUnmarked
class Brief {
  @Id UUID id;
  @Version long revision;
  String slug;

  @Enumerated(EnumType.STRING)
  BriefState state;

  @Nullable String number;
  String title;
  String summary;
  String audience;

  @Column(length = 200_000)
  String bodyMarkdown;

  String language;
  UUID bodyId;
  @Nullable LocalDate publishedOn;
  int edition = 1;

  /** The brief whose next, later whose earlier edition this is. */
  @Nullable UUID editionOf;

  /** Its next edition, as long as that is in the making. */
  @Nullable UUID nextId;

  @Nullable LocalDate endedOn;
  @Nullable String endedReason;
  @Nullable UUID supersededBy;

  /** Who started it; null where the program did. */
  @Nullable UUID ownerId;

  @ElementCollection
  @CollectionTable(name = "brief_key_message", joinColumns = @JoinColumn(name = "brief_id"))
  @OrderColumn(name = "position")
  @Column(name = "message")
  List<String> keyMessages = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "brief_option", joinColumns = @JoinColumn(name = "brief_id"))
  @OrderColumn(name = "position")
  List<Option> options = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "brief_example", joinColumns = @JoinColumn(name = "brief_id"))
  @OrderColumn(name = "position")
  List<Example> examples = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "brief_source", joinColumns = @JoinColumn(name = "brief_id"))
  @OrderColumn(name = "position")
  List<Source> sources = new ArrayList<>();

  @ElementCollection
  @CollectionTable(name = "brief_theme", joinColumns = @JoinColumn(name = "brief_id"))
  @Column(name = "theme")
  Set<String> themes = new LinkedHashSet<>();

  @ElementCollection
  @CollectionTable(name = "brief_country", joinColumns = @JoinColumn(name = "brief_id"))
  @Column(name = "country")
  Set<String> countries = new LinkedHashSet<>();

  @ElementCollection
  @CollectionTable(name = "brief_attachment", joinColumns = @JoinColumn(name = "brief_id"))
  @OrderColumn(name = "position")
  List<Attachment> attachments = new ArrayList<>();

  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "brief_id", nullable = false)
  @OrderBy("language")
  List<Translation> translations = new ArrayList<>();

  protected Brief() {}

  Brief(UUID id, String slug, UUID bodyId, @Nullable UUID owner, BriefDraft draft) {
    this.id = id;
    this.slug = slug;
    this.bodyId = bodyId;
    this.ownerId = owner;
    this.state = BriefState.DRAFT;
    say(draft);
  }

  /** Takes over what its writers say, until it is cleared. */
  void revise(BriefDraft draft) {
    if (state != BriefState.DRAFT) {
      throw new DomainException("brief.revise.state", title);
    }
    say(draft);
  }

  private void say(BriefDraft draft) {
    title = draft.title();
    summary = draft.summary();
    audience = draft.audience();
    bodyMarkdown = draft.body();
    language = draft.language();
    keyMessages.clear();
    keyMessages.addAll(draft.keyMessages());
    themes.clear();
    themes.addAll(draft.themes());
    countries.clear();
    countries.addAll(draft.countries());
    List<Option> before = List.copyOf(options);
    options.clear();
    draft.options().forEach(o -> options.add(new Option(o, record(o, before))));
    examples.clear();
    draft.examples().forEach(e -> examples.add(new Example(e.country(), e.text())));
    sources.clear();
    draft.sources().forEach(s -> sources.add(new Source(s.paper(), s.version())));
    attachments.clear();
    draft.attachments().forEach(a -> attachments.add(new Attachment(a.sha256(), a.name())));
  }

  /** The record of an option that was here before under the same words, where none is named. */
  private static @Nullable UUID record(BriefDraft.Option option, List<Option> before) {
    if (option.record() != null) {
      return option.record();
    }
    return before.stream()
        .filter(o -> o.what.equals(option.what()))
        .findFirst()
        .map(o -> o.optionId)
        .orElse(null);
  }

  /** Asks the group's chair to clear it; what is missing is said. */
  void hand() {
    if (state != BriefState.DRAFT) {
      throw new DomainException("brief.hand.state", title);
    }
    if (keyMessages.size() < 3 || keyMessages.size() > 5) {
      throw new DomainException("brief.hand.keyMessages");
    }
    if (summary.isBlank() || bodyMarkdown.isBlank() || sources.isEmpty() || themes.isEmpty()) {
      throw new DomainException("brief.hand.missing");
    }
    translations.forEach(translation -> translation.mustBeWhole(this));
    state = BriefState.GROUP_REVIEW;
    follow();
  }

  /** Gives it back to its writers. */
  void giveBack() {
    if (state != BriefState.GROUP_REVIEW) {
      throw new DomainException("brief.giveBack.state", title);
    }
    state = BriefState.DRAFT;
    follow();
  }

  void clear() {
    if (state != BriefState.GROUP_REVIEW) {
      throw new DomainException("brief.clear.state", title);
    }
    state = BriefState.CLEARED;
    follow();
  }

  void publish(LocalDate on, String number) {
    if (state != BriefState.CLEARED) {
      throw new DomainException("brief.publish.state", title);
    }
    this.state = BriefState.PUBLISHED;
    this.publishedOn = on;
    this.number = number;
    follow();
  }

  private void follow() {
    translations.forEach(translation -> translation.state = state);
  }

  /** Begins the next edition beside this one, with all that is published of it. */
  Brief nextEdition(UUID id, String slug, @Nullable UUID owner, Supplier<UUID> ids) {
    if (state != BriefState.PUBLISHED || nextId != null) {
      throw new DomainException("brief.edition.state", title);
    }
    Brief next = new Brief(id, slug, bodyId, owner, draft());
    next.editionOf = this.id;
    next.edition = edition + 1;
    translations.stream()
        .filter(translation -> translation.state == BriefState.PUBLISHED)
        .forEach(t -> next.translations.add(new Translation(ids.get(), t.words())));
    nextId = id;
    return next;
  }

  /**
   * Publishes the next edition: it becomes what this brief says, and what this brief said is kept
   * in its place. So the brief stays the same record at the same address.
   */
  void turnTo(Brief next, LocalDate on, Supplier<UUID> ids) {
    if (next.state != BriefState.CLEARED || !next.id.equals(nextId)) {
      throw new DomainException("brief.publish.state", next.title);
    }
    if (state != BriefState.PUBLISHED) {
      throw new DomainException("brief.edition.ended", title);
    }
    BriefDraft said = draft();
    say(next.draft());
    next.say(said);
    for (Translation fresh : next.translations) {
      BriefTranslation words = fresh.words();
      Translation mine = translation(fresh.language).orElse(null);
      if (mine == null) {
        mine = new Translation(ids.get(), words);
        translations.add(mine);
      } else {
        fresh.say(mine.words());
        mine.say(words);
      }
      mine.state = BriefState.PUBLISHED;
      fresh.state = BriefState.EARLIER;
    }
    next.state = BriefState.EARLIER;
    next.edition = edition;
    next.publishedOn = publishedOn;
    edition = edition + 1;
    publishedOn = on;
    nextId = null;
  }

  /** Ends its public life in one of the ways there are. */
  void end(BriefState how, LocalDate on, String reason, @Nullable UUID by) {
    // What stands with a notice may still turn out to be retracted, or have to go.
    boolean later = state == BriefState.SUPERSEDED || state == BriefState.RETRACTED;
    if (state != BriefState.PUBLISHED && !(later && how.compareTo(state) > 0)) {
      throw new DomainException("brief.end.state", title);
    }
    if (reason.isBlank()) {
      throw new DomainException("brief.end.missing");
    }
    state = how;
    endedOn = on;
    endedReason = reason.strip();
    supersededBy = by;
  }

  Optional<Translation> translation(String of) {
    return translations.stream().filter(t -> t.language.equals(of)).findFirst();
  }

  BriefDraft draft() {
    return new BriefDraft(
        title,
        summary,
        audience,
        List.copyOf(keyMessages),
        bodyMarkdown,
        options.stream()
            .map(
                o ->
                    new BriefDraft.Option(
                        o.what, o.who, o.evidence, o.agreement, o.cost, o.optionId))
            .toList(),
        examples.stream().map(e -> new BriefDraft.Example(e.country, e.text)).toList(),
        sources.stream().map(s -> new BriefDraft.Source(s.paperId, s.version)).toList(),
        language,
        themes.stream().sorted().toList(),
        countries.stream().sorted().toList(),
        attachments.stream().map(a -> new BriefDraft.Attachment(a.sha256, a.fileName)).toList());
  }

  @Embeddable
  @NullUnmarked
  static class Option {
    String what;
    String who;
    String evidence;
    String agreement;
    String cost;

    /** Its record; the words here are those of this edition. */
    @Nullable UUID optionId;

    protected Option() {}

    Option(BriefDraft.Option option, @Nullable UUID record) {
      this.what = option.what();
      this.who = option.who();
      this.evidence = option.evidence();
      this.agreement = option.agreement();
      this.cost = option.cost();
      this.optionId = record;
    }
  }

  @Embeddable
  @NullUnmarked
  static class Example {
    String country;
    String text;

    protected Example() {}

    Example(String country, String text) {
      this.country = country;
      this.text = text;
    }
  }

  @Embeddable
  @NullUnmarked
  static class Source {
    UUID paperId;
    int version;

    protected Source() {}

    Source(UUID paperId, int version) {
      this.paperId = paperId;
      this.version = version;
    }
  }

  @Embeddable
  @NullUnmarked
  static class Attachment {
    String sha256;
    String fileName;

    protected Attachment() {}

    Attachment(String sha256, String fileName) {
      this.sha256 = sha256;
      this.fileName = fileName;
    }
  }
}
