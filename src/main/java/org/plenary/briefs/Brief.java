package org.plenary.briefs;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
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

  protected Brief() {}

  Brief(UUID id, String slug, UUID bodyId, BriefDraft draft) {
    this.id = id;
    this.slug = slug;
    this.bodyId = bodyId;
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
    options.clear();
    draft
        .options()
        .forEach(o -> options.add(new Option(o.what(), o.who(), o.evidence(), o.cost())));
    examples.clear();
    draft.examples().forEach(e -> examples.add(new Example(e.country(), e.text())));
    sources.clear();
    draft.sources().forEach(s -> sources.add(new Source(s.paper(), s.version())));
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
    state = BriefState.GROUP_REVIEW;
  }

  /** Gives it back to its writers. */
  void giveBack() {
    if (state != BriefState.GROUP_REVIEW) {
      throw new DomainException("brief.giveBack.state", title);
    }
    state = BriefState.DRAFT;
  }

  void clear() {
    if (state != BriefState.GROUP_REVIEW) {
      throw new DomainException("brief.clear.state", title);
    }
    state = BriefState.CLEARED;
  }

  void publish(LocalDate on, String number) {
    if (state != BriefState.CLEARED) {
      throw new DomainException("brief.publish.state", title);
    }
    this.state = BriefState.PUBLISHED;
    this.publishedOn = on;
    this.number = number;
  }

  PublishedBrief published() {
    return new PublishedBrief(
        id,
        slug,
        Objects.requireNonNull(number),
        bodyId,
        Objects.requireNonNull(publishedOn),
        draft());
  }

  BriefDraft draft() {
    return new BriefDraft(
        title,
        summary,
        audience,
        List.copyOf(keyMessages),
        bodyMarkdown,
        options.stream()
            .map(o -> new BriefDraft.Option(o.what, o.who, o.evidence, o.cost))
            .toList(),
        examples.stream().map(e -> new BriefDraft.Example(e.country, e.text)).toList(),
        sources.stream().map(s -> new BriefDraft.Source(s.paperId, s.version)).toList(),
        language,
        themes.stream().sorted().toList(),
        countries.stream().sorted().toList());
  }

  @Embeddable
  @NullUnmarked
  static class Option {
    String what;
    String who;
    String evidence;
    String cost;

    protected Option() {}

    Option(String what, String who, String evidence, String cost) {
      this.what = what;
      this.who = who;
      this.evidence = evidence;
      this.cost = cost;
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
}
