package org.plenary.search;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/**
 * Mends words that nothing has, by the words of the public index alone: what an unpublished text
 * says must not show in a proposal. Thread-safe.
 */
final class Spelling {
  /** Shorter words are within two letters of too many others. */
  private static final int SHORTEST = 4;

  private static final Pattern WORD = Pattern.compile("\\p{L}{" + SHORTEST + ",60}");
  private static final int MOST_MENDED = 5;
  private final IndexReader words;

  Spelling(IndexReader words) {
    this.words = words;
  }

  /** The text with each unknown word replaced by the nearest known one; empty if none was. */
  Optional<String> mended(String text) throws IOException {
    DirectSpellChecker checker = new DirectSpellChecker();
    checker.setMinQueryLength(SHORTEST);
    StringBuilder mended = new StringBuilder();
    int at = 0;
    int changed = 0;
    for (MatchResult word : WORD.matcher(text).results().toList()) {
      String typed = word.group().toLowerCase(Locale.ROOT);
      Term term = new Term(Fields.SPELLING, typed);
      mended.append(text, at, word.start());
      at = word.end();
      if (changed < MOST_MENDED && words.docFreq(term) == 0) {
        SuggestWord[] near =
            checker.suggestSimilar(term, 1, words, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        if (near.length > 0) {
          mended.append(asTyped(word.group(), near[0].string));
          changed++;
          continue;
        }
      }
      mended.append(word.group());
    }
    mended.append(text, at, text.length());
    return changed == 0 ? Optional.empty() : Optional.of(mended.toString());
  }

  /** With a capital where one was typed. */
  private static String asTyped(String typed, String known) {
    return Character.isUpperCase(typed.charAt(0))
        ? known.substring(0, 1).toUpperCase(Locale.ROOT) + known.substring(1)
        : known;
  }
}
