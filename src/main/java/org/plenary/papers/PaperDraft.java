package org.plenary.papers;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;

/**
 * What an author says of a paper.
 *
 * @param type research, synthesis, data note or policy note
 * @param language BCP 47
 * @param themes codes of themes
 * @param countries ISO 3166-1 alpha-2
 * @param authors in order
 * @param conflicts persons who should neither read nor handle it before it is published
 */
public record PaperDraft(
    String type,
    String title,
    String abstractText,
    String language,
    List<String> themes,
    List<String> countries,
    List<Author> authors,
    Set<UUID> conflicts) {
  /** In characters. */
  public static final int LONGEST_TITLE = 500;

  /** In characters. */
  public static final int LONGEST_ABSTRACT = 10_000;

  public PaperDraft {
    if (title.length() > LONGEST_TITLE || abstractText.length() > LONGEST_ABSTRACT) {
      throw new DomainException("paper.draft.long", LONGEST_TITLE, LONGEST_ABSTRACT);
    }
  }

  /**
   * An author as named on the paper.
   *
   * @param person their account; null for those who have none
   */
  public record Author(String name, String affiliation, @Nullable UUID person) {
    public Author(String name, String affiliation) {
      this(name, affiliation, null);
    }
  }
}
