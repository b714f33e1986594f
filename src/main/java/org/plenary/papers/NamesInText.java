package org.plenary.papers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.files.TextUnit;

/**
 * Finds the names of authors in a text, in the forms in which papers have them: in full in either
 * order, with initials, and the surname alone; whatever the accents, the case and the line’s end.
 */
final class NamesInText {
  private static final int MOST = 50;
  private static final int AROUND = 60;

  /** Shorter surnames are words of too many languages to be looked for alone. */
  private static final int SHORTEST = 4;

  private NamesInText() {}

  /**
   * @param beside what else reviewers read that the authors wrote
   */
  static List<NameInText> find(PaperDraft draft, List<String> beside, List<TextUnit> text) {
    List<NameInText> found = new ArrayList<>();
    find(found, draft, null, draft.title());
    find(found, draft, null, draft.abstractText());
    beside.forEach(words -> find(found, draft, null, words));
    for (TextUnit unit : text) {
      find(found, draft, new Comparison.Place(unit.kind(), unit.number()), unit.text());
    }
    return found.stream().limit(MOST).toList();
  }

  private static void find(
      List<NameInText> found, PaperDraft draft, Comparison.@Nullable Place place, String text) {
    Folded folded = Folded.of(text);
    for (PaperDraft.Author author : draft.authors()) {
      Pattern forms = forms(author.name());
      if (forms != null) {
        find(found, author.name(), forms, place, text, folded);
      }
    }
  }

  private static void find(
      List<NameInText> found,
      String author,
      Pattern forms,
      Comparison.@Nullable Place place,
      String text,
      Folded folded) {
    for (MatchResult match : forms.matcher(folded.text).results().toList()) {
      int start = folded.at(match.start());
      int end = folded.at(match.end());
      found.add(
          new NameInText(
              author,
              place,
              text.substring(Math.max(0, start - AROUND), start).replace('\n', ' '),
              text.substring(start, end).replace('\n', ' '),
              text.substring(end, Math.min(text.length(), end + AROUND)).replace('\n', ' ')));
    }
  }

  /** All forms of a name as one pattern over folded text; null for a name too short to look for. */
  private static @Nullable Pattern forms(String name) {
    List<String> parts =
        List.of(Folded.of(name).text.split("[\\s.,]+")).stream()
            .filter(part -> !part.isEmpty())
            .toList();
    if (parts.isEmpty()) {
      return null;
    }
    String gap = "[\\s.,\u00A0]{1,3}";
    Set<String> forms = new LinkedHashSet<>();
    forms.add(row(parts, gap));
    for (int given = 1; given < parts.size(); given++) {
      // Which of three or more parts are the surname nobody knows: each division is tried.
      String surname = row(parts.subList(given, parts.size()), gap);
      String first = row(parts.subList(0, given), gap);
      String initials =
          parts.subList(0, given).stream()
              .map(part -> Pattern.quote(part.substring(0, 1)))
              .collect(Collectors.joining("[\\s.-]{0,2}"));
      forms.add(surname + gap + first);
      forms.add(initials + "[\\s.]{1,3}" + surname);
      forms.add(surname + gap + initials + "(?=[\\s.,;)]|$)");
      forms.add(surname);
      forms.add(Pattern.quote(parts.get(given)));
    }
    parts.stream()
        .filter(part -> part.length() < SHORTEST)
        .map(Pattern::quote)
        .forEach(forms::remove);
    return Pattern.compile(
        "(?<!\\p{L})(?:"
            + forms.stream()
                .sorted(java.util.Comparator.comparingInt(String::length).reversed())
                .collect(Collectors.joining("|"))
            // A figure behind it may point to a note.
            + ")(?!\\p{L})");
  }

  private static String row(List<String> parts, String gap) {
    return parts.stream().map(Pattern::quote).collect(Collectors.joining(gap));
  }

  /**
   * Text without accents and case, with where each of its characters stood.
   *
   * @param offsets of each character, and of the end
   */
  private record Folded(String text, int[] offsets) {
    static Folded of(String text) {
      StringBuilder folded = new StringBuilder();
      List<Integer> offsets = new ArrayList<>();
      for (int i = 0; i < text.length(); i++) {
        char c0 = text.charAt(i);
        if (c0 < 128) {
          folded.append(Character.toLowerCase(c0));
          offsets.add(i);
          continue;
        }
        String plain =
            Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        for (int c = 0; c < plain.length(); c++) {
          folded.append(plain.charAt(c));
          offsets.add(i);
        }
      }
      offsets.add(text.length());
      return new Folded(folded.toString(), offsets.stream().mapToInt(Integer::intValue).toArray());
    }

    int at(int index) {
      return offsets[index];
    }
  }
}
