package org.plenary.briefs;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.Longest;

/**
 * What a brief says.
 *
 * @param summary two sentences for lists and search engines
 * @param body CommonMark
 * @param language BCP 47
 */
public record BriefDraft(
    String title,
    String summary,
    String audience,
    List<String> keyMessages,
    String body,
    List<Option> options,
    List<Example> examples,
    List<Source> sources,
    String language,
    List<String> themes,
    List<String> countries,
    List<Attachment> attachments) {
  /** In characters. */
  public static final int LONGEST_TITLE = 500;

  /** In characters. */
  public static final int LONGEST_SUMMARY = 2_000;

  public static final int LONGEST_AUDIENCE = 300;
  public static final int LONGEST_KEY_MESSAGE = 1_000;
  public static final int LONGEST_BODY = 200_000;

  /** Of what is to be done. */
  public static final int LONGEST_OPTION = 500;

  /** Of who is to do it. */
  public static final int LONGEST_WHO = 300;

  public static final int LONGEST_EXAMPLE = 2_000;

  public BriefDraft {
    if (title.length() > LONGEST_TITLE || summary.length() > LONGEST_SUMMARY) {
      throw new DomainException("brief.write.long", LONGEST_TITLE, LONGEST_SUMMARY);
    }
    Longest.atMost(LONGEST_AUDIENCE, audience);
    Longest.atMost(LONGEST_BODY, body);
    keyMessages.forEach(message -> Longest.atMost(LONGEST_KEY_MESSAGE, message));
  }

  /** A brief without attachments. */
  public BriefDraft(
      String title,
      String summary,
      String audience,
      List<String> keyMessages,
      String body,
      List<Option> options,
      List<Example> examples,
      List<Source> sources,
      String language,
      List<String> themes,
      List<String> countries) {
    this(
        title,
        summary,
        audience,
        keyMessages,
        body,
        options,
        examples,
        sources,
        language,
        themes,
        countries,
        List.of());
  }

  /**
   * A policy option at a glance.
   *
   * @param evidence limited, medium or robust
   * @param agreement low, medium or high: how far the findings agree
   * @param cost low, medium or high
   * @param record of the {@linkplain PolicyOptions option} it is; null until it was kept
   */
  public record Option(
      String what,
      String who,
      String evidence,
      String agreement,
      String cost,
      @Nullable UUID record) {
    public Option {
      Longest.atMost(LONGEST_OPTION, what);
      Longest.atMost(LONGEST_WHO, who);
    }

    public Option(String what, String who, String evidence, String agreement, String cost) {
      this(what, who, evidence, agreement, cost, null);
    }
  }

  /** What a country did. */
  public record Example(String country, String text) {
    public Example {
      Longest.atMost(LONGEST_EXAMPLE, text);
    }
  }

  /** A paper at an exact version. */
  public record Source(UUID paper, int version) {}

  /**
   * A file beside the text.
   *
   * @param sha256 of its content
   * @param name it is offered under
   */
  public record Attachment(String sha256, String name) {}

  /** The same in another language; where a part is not translated the original stands. */
  BriefDraft in(BriefTranslation other) {
    List<Option> said =
        java.util.stream.IntStream.range(0, options.size())
            .mapToObj(
                i -> {
                  Option option = options.get(i);
                  return i >= other.options().size() || other.options().get(i).what().isBlank()
                      ? option
                      : new Option(
                          other.options().get(i).what(),
                          other.options().get(i).who(),
                          option.evidence(),
                          option.agreement(),
                          option.cost(),
                          option.record());
                })
            .toList();
    return new BriefDraft(
        other.title(),
        other.summary(),
        other.audience(),
        other.keyMessages(),
        other.body(),
        said,
        other.examples(),
        sources,
        other.language(),
        themes,
        countries,
        attachments);
  }
}
