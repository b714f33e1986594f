package org.plenary.briefs;

import java.util.List;
import java.util.UUID;
import org.plenary.kernel.DomainException;

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
    List<String> countries) {
  /** In characters. */
  public static final int LONGEST_TITLE = 500;

  /** In characters. */
  public static final int LONGEST_SUMMARY = 2_000;

  public BriefDraft {
    if (title.length() > LONGEST_TITLE || summary.length() > LONGEST_SUMMARY) {
      throw new DomainException("brief.write.long", LONGEST_TITLE, LONGEST_SUMMARY);
    }
  }

  /**
   * A policy option at a glance.
   *
   * @param evidence limited, medium or robust
   * @param cost low, medium or high
   */
  public record Option(String what, String who, String evidence, String cost) {}

  /** What a country did. */
  public record Example(String country, String text) {}

  /** A paper at an exact version. */
  public record Source(UUID paper, int version) {}
}
