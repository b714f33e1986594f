package org.plenary.papers;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.Orcid;

/**
 * What an author says of a paper. While it is a draft nothing need be there or right; what is
 * longer than there is room for is refused.
 *
 * @param type research, synthesis, data note or policy note
 * @param language its main one, BCP 47
 * @param themes codes of themes
 * @param countries ISO 3166-1 alpha-2
 * @param authors in order
 * @param conflicts persons who should neither read nor handle it before it is published
 * @param group handles it; null while none is chosen
 * @param alsoConcerns further groups it matters to; they do not handle it
 * @param otherLanguages in which it can be read too
 */
public record PaperDraft(
    String type,
    String title,
    String abstractText,
    String language,
    List<String> themes,
    List<String> countries,
    List<Author> authors,
    Set<UUID> conflicts,
    @Nullable UUID group,
    Set<UUID> alsoConcerns,
    List<String> otherLanguages,
    List<String> keywords,
    String funding) {
  /** To be submitted; in characters, as are all of these. */
  public static final int LONGEST_TITLE = 500;

  /** To be submitted. */
  public static final int LONGEST_ABSTRACT = 10_000;

  public static final int LONGEST_FUNDING = 2_000;
  public static final int LONGEST_KEYWORD = 200;
  public static final int MOST_KEYWORDS = 30;
  public static final int LONGEST_NAME = 200;
  public static final int LONGEST_AFFILIATION = 300;
  public static final int LONGEST_ORCID = 60;

  /** What a draft has room for, though it is too long to be submitted. */
  public static final int ROOM_FOR_TITLE = 15_000;

  /** The same for an abstract. */
  public static final int ROOM_FOR_ABSTRACT = 100_000;

  public PaperDraft {
    boolean fits =
        title.length() <= ROOM_FOR_TITLE
            && abstractText.length() <= ROOM_FOR_ABSTRACT
            && funding.length() <= LONGEST_FUNDING
            && keywords.size() <= MOST_KEYWORDS
            && keywords.stream().allMatch(word -> word.length() <= LONGEST_KEYWORD)
            && authors.stream().allMatch(Author::fits);
    if (!fits) {
      throw new DomainException("paper.draft.long", LONGEST_TITLE, LONGEST_ABSTRACT);
    }
  }

  /** With nothing that need not be said, in no group yet. */
  public PaperDraft(
      String type,
      String title,
      String abstractText,
      String language,
      List<String> themes,
      List<String> countries,
      List<Author> authors,
      Set<UUID> conflicts) {
    this(
        type,
        title,
        abstractText,
        language,
        themes,
        countries,
        authors,
        conflicts,
        null,
        Set.of(),
        List.of(),
        List.of(),
        "");
  }

  /** The same in this group. */
  public PaperDraft in(UUID handling) {
    return new PaperDraft(
        type,
        title,
        abstractText,
        language,
        themes,
        countries,
        authors,
        conflicts,
        handling,
        alsoConcerns,
        otherLanguages,
        keywords,
        funding);
  }

  /** What it lacks to be submitted, in the order of the form. */
  public Set<Lack> lacks(boolean hasFile) {
    Set<Lack> lacks = EnumSet.noneOf(Lack.class);
    add(lacks, Lack.TITLE, title.isBlank());
    add(lacks, Lack.ABSTRACT, abstractText.isBlank());
    add(lacks, Lack.AUTHORS, authors.isEmpty() || authors.stream().anyMatch(Author::isNameless));
    add(lacks, Lack.GROUP, group == null);
    add(lacks, Lack.THEMES, themes.isEmpty());
    add(lacks, Lack.FILE, !hasFile);
    add(lacks, Lack.TITLE_LONG, title.length() > LONGEST_TITLE);
    add(lacks, Lack.ABSTRACT_LONG, abstractText.length() > LONGEST_ABSTRACT);
    add(lacks, Lack.ORCID, authors.stream().anyMatch(Author::hasWrongOrcid));
    return lacks;
  }

  private static void add(Set<Lack> lacks, Lack lack, boolean is) {
    if (is) {
      lacks.add(lack);
    }
  }

  /**
   * An author as named on the paper.
   *
   * @param person their account; null for those who have none
   * @param orcid as it was typed; null for none
   */
  public record Author(
      String name, String affiliation, @Nullable UUID person, @Nullable String orcid) {
    public Author(String name, String affiliation, @Nullable UUID person) {
      this(name, affiliation, person, null);
    }

    public Author(String name, String affiliation) {
      this(name, affiliation, null, null);
    }

    public boolean isNameless() {
      return name.isBlank();
    }

    public boolean hasWrongOrcid() {
      return orcid != null && !Orcid.isValid(orcid);
    }

    boolean fits() {
      return name.length() <= LONGEST_NAME
          && affiliation.length() <= LONGEST_AFFILIATION
          && (orcid == null || orcid.length() <= LONGEST_ORCID);
    }
  }
}
