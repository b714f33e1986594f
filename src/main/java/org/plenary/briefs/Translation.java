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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;

/**
 * A brief in another language. As long as the brief is in the making it follows the brief's steps;
 * one that is added later takes the same steps by itself.
 */
@Entity
@Table(name = "brief_translation")
@NullUnmarked
class Translation {
  @Id UUID id;
  String language;

  @Enumerated(EnumType.STRING)
  BriefState state;

  /** From publication on. */
  @Nullable String slug;

  String title;
  String summary;
  String audience;

  @Column(length = 200_000)
  String bodyMarkdown;

  @ElementCollection
  @CollectionTable(
      name = "brief_translation_key_message",
      joinColumns = @JoinColumn(name = "translation_id"))
  @OrderColumn(name = "position")
  @Column(name = "message")
  List<String> keyMessages = new ArrayList<>();

  @ElementCollection
  @CollectionTable(
      name = "brief_translation_option",
      joinColumns = @JoinColumn(name = "translation_id"))
  @OrderColumn(name = "position")
  List<Words> options = new ArrayList<>();

  @ElementCollection
  @CollectionTable(
      name = "brief_translation_example",
      joinColumns = @JoinColumn(name = "translation_id"))
  @OrderColumn(name = "position")
  List<Brief.Example> examples = new ArrayList<>();

  protected Translation() {}

  Translation(UUID id, BriefTranslation words) {
    this.id = id;
    this.language = words.language();
    this.state = BriefState.DRAFT;
    say(words);
  }

  void revise(BriefTranslation words) {
    if (state != BriefState.DRAFT) {
      throw new DomainException("brief.translate.state", title);
    }
    say(words);
  }

  void say(BriefTranslation words) {
    title = words.title();
    summary = words.summary();
    audience = words.audience();
    bodyMarkdown = words.body();
    keyMessages.clear();
    keyMessages.addAll(words.keyMessages());
    options.clear();
    words.options().forEach(o -> options.add(new Words(o.what(), o.who())));
    examples.clear();
    words.examples().forEach(e -> examples.add(new Brief.Example(e.country(), e.text())));
  }

  /** Goes one step further, out of the one state that leads there. */
  void step(BriefState from, BriefState to) {
    if (state != from) {
      throw new DomainException("brief.translation.step", title);
    }
    state = to;
  }

  /** Refuses what lacks a part that the brief has. */
  void mustBeWhole(Brief of) {
    boolean whole =
        !title.isBlank()
            && !summary.isBlank()
            && !bodyMarkdown.isBlank()
            && keyMessages.size() == of.keyMessages.size()
            && keyMessages.stream().noneMatch(String::isBlank)
            && options.size() == of.options.size()
            && options.stream().noneMatch(o -> o.what.isBlank());
    if (!whole) {
      throw new DomainException("brief.translation.missing", title);
    }
  }

  BriefTranslation words() {
    return new BriefTranslation(
        language,
        title,
        summary,
        audience,
        List.copyOf(keyMessages),
        bodyMarkdown,
        options.stream().map(o -> new BriefTranslation.Option(o.what, o.who)).toList(),
        examples.stream().map(e -> new BriefDraft.Example(e.country, e.text)).toList());
  }

  @Embeddable
  @NullUnmarked
  static class Words {
    String what;
    String who;

    protected Words() {}

    Words(String what, String who) {
      this.what = what;
      this.who = who;
    }
  }
}
