package org.plenary.briefs;

import java.util.List;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.Longest;

/**
 * What a brief says in another language. Its sources, themes and countries, and how sure and dear
 * each option is, are the brief's own.
 *
 * @param language BCP 47, not the brief's own
 * @param options in the order of the brief's
 */
public record BriefTranslation(
    String language,
    String title,
    String summary,
    String audience,
    List<String> keyMessages,
    String body,
    List<Option> options,
    List<BriefDraft.Example> examples) {

  public BriefTranslation {
    if (title.length() > BriefDraft.LONGEST_TITLE
        || summary.length() > BriefDraft.LONGEST_SUMMARY) {
      throw new DomainException(
          "brief.write.long", BriefDraft.LONGEST_TITLE, BriefDraft.LONGEST_SUMMARY);
    }
    Longest.atMost(BriefDraft.LONGEST_AUDIENCE, audience);
    Longest.atMost(BriefDraft.LONGEST_BODY, body);
    keyMessages.forEach(message -> Longest.atMost(BriefDraft.LONGEST_KEY_MESSAGE, message));
  }

  /** An option's words. */
  public record Option(String what, String who) {
    public Option {
      Longest.atMost(BriefDraft.LONGEST_OPTION, what);
      Longest.atMost(BriefDraft.LONGEST_WHO, who);
    }
  }
}
