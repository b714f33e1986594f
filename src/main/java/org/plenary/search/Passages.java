package org.plenary.search;

import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.uhighlight.LengthGoalBreakIterator;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.PassageScorer;
import org.apache.lucene.search.uhighlight.SplittingBreakIterator;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.jspecify.annotations.Nullable;

/**
 * The best passages of a found item, each with its page: those that have the words in a row as they
 * were typed, or where none has, those that have most of them together.
 */
final class Passages {
  private static final int MOST = 3;
  private static final int LENGTH = 180;
  private static final int EXCERPT = 240;
  private static final int LONGEST_TEXT = 5_000_000;
  private final IndexSearcher searcher;
  private final Words words;
  private final @Nullable Weight row;

  Passages(IndexSearcher searcher, Words words) throws IOException {
    this.searcher = searcher;
    this.words = words;
    row =
        words.row() == null
            ? null
            : searcher.createWeight(searcher.rewrite(words.row()), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  List<SearchResult.Passage> of(int doc, String language, Document document) throws IOException {
    if (words == Words.NONE) {
      return excerpt(document.get(Fields.text(language)));
    }
    if (words.row() != null && hasRow(doc)) {
      List<SearchResult.Passage> rows = found(words.row(), doc, language, document);
      if (!rows.isEmpty()) {
        return rows;
      }
    }
    return found(words.each(), doc, language, document);
  }

  /** How the text begins, where nothing was asked for. */
  private static List<SearchResult.Passage> excerpt(@Nullable String text) {
    if (text == null || text.indexOf(Documents.SECTION_END) <= 0) {
      return List.of();
    }
    String begin = text.substring(0, text.indexOf(Documents.SECTION_END)).strip();
    if (begin.length() > EXCERPT) {
      begin = begin.substring(0, EXCERPT).replaceFirst("\\s\\S*$", "") + "…";
    }
    StringBuilder html = new StringBuilder();
    ByPage.escape(html, begin, 0, begin.length());
    return begin.isEmpty() ? List.of() : List.of(new SearchResult.Passage(null, html.toString()));
  }

  /** Asked before highlighting, which reads the whole text. */
  private boolean hasRow(int doc) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    return row != null && row.matches(leaf, doc - leaf.docBase) != null;
  }

  private List<SearchResult.Passage> found(Query query, int doc, String language, Document document)
      throws IOException {
    String field = Fields.text(language);
    UnifiedHighlighter.Builder builder =
        UnifiedHighlighter.builder(searcher, Languages.byField())
            .withBreakIterator(
                () ->
                    new SplittingBreakIterator(
                        LengthGoalBreakIterator.createClosestToLength(
                            BreakIterator.getSentenceInstance(Locale.ROOT), LENGTH, 0.5f),
                        Documents.SECTION_END))
            .withMaxLength(LONGEST_TEXT)
            .withScorer(new InARow())
            .withFormatter(new ByPage(document));
    Object[] found = new Highlighter(builder).passages(field, query, doc);
    if (found != null && found[0] instanceof List<?> passages) {
      return passages.stream().map(SearchResult.Passage.class::cast).toList();
    }
    return List.of();
  }

  /**
   * Prefers the passage in which the words stand together, as they do in a sentence that was typed
   * or pasted, to one that has some of them often: the usual score times the square of the longest
   * run of matches with no more than a short word between.
   */
  private static final class InARow extends PassageScorer {
    /** Room for a space, a short word that is not searched for, and a space. */
    private static final int GAP = 6;

    @Override
    public float score(Passage passage, int contentLength) {
      int longest = 0;
      int run = 0;
      int lastEnd = Integer.MIN_VALUE / 2;
      for (int i = 0; i < passage.getNumMatches(); i++) {
        run = passage.getMatchStarts()[i] - lastEnd <= GAP ? run + 1 : 1;
        lastEnd = passage.getMatchEnds()[i];
        longest = Math.max(longest, run);
      }
      return super.score(passage, contentLength) * longest * longest;
    }
  }

  /** Opens what the library keeps for formatters that answer with more than text. */
  private static final class Highlighter extends UnifiedHighlighter {
    Highlighter(Builder builder) {
      super(builder);
    }

    Object @Nullable [] passages(String field, Query query, int doc) throws IOException {
      return highlightFieldsAsObjects(
              new String[] {field}, query, new int[] {doc}, new int[] {MOST})
          .get(field);
    }
  }

  /** Escapes the text and marks what matched; drops passages in which nothing did. */
  private static final class ByPage extends PassageFormatter {
    private final Document document;

    ByPage(Document document) {
      this.document = document;
    }

    @Override
    public Object format(Passage[] passages, String content) {
      List<SearchResult.Passage> result = new ArrayList<>();
      List<Passage> ordered = new ArrayList<>(List.of(passages));
      ordered.sort(Comparator.comparingDouble(Passage::getScore).reversed());
      for (Passage passage : ordered) {
        if (passage.getNumMatches() > 0) {
          Documents.Stretch stretch =
              Documents.stretchAt(
                  document.getBinaryValue(Fields.PAGES),
                  passage.getMatchStarts()[0],
                  content.length());
          result.add(new SearchResult.Passage(stretch.page(), html(passage, stretch, content)));
        }
      }
      return result;
    }

    private static String html(Passage passage, Documents.Stretch stretch, String content) {
      StringBuilder html = new StringBuilder();
      int at = Math.max(passage.getStartOffset(), stretch.start());
      int last = Math.min(passage.getEndOffset(), stretch.end());
      for (int i = 0; i < passage.getNumMatches(); i++) {
        int start = Math.max(at, passage.getMatchStarts()[i]);
        int end = Math.min(passage.getMatchEnds()[i], last);
        if (end > start) {
          escape(html, content, at, start);
          html.append("<mark>");
          escape(html, content, start, end);
          html.append("</mark>");
          at = end;
        }
      }
      escape(html, content, at, last);
      return html.toString().strip();
    }

    private static void escape(StringBuilder html, String text, int from, int to) {
      for (int i = from; i < to; i++) {
        char c = text.charAt(i);
        switch (c) {
          case '&' -> html.append("&amp;");
          case '<' -> html.append("&lt;");
          case '>' -> html.append("&gt;");
          case '"' -> html.append("&quot;");
          case '\'' -> html.append("&#39;");
          default -> html.append(c);
        }
      }
    }
  }
}
