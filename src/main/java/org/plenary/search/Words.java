package org.plenary.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.queryparser.simple.SimpleQueryParser;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, as queries. One per language, each with its analyser, so that a stop word of one
 * language is not demanded of another; the best language counts.
 *
 * @param query what an item must match; what has the words in a row comes first
 * @param each the words alone, to show where they stand
 * @param row the words in a row as they were typed; null for one word and where a sign of the
 *     syntax was typed
 */
record Words(Query query, Query each, @Nullable Query row) {
  /** Nothing was typed: everything matches. */
  static final Words NONE = new Words(new MatchAllDocsQuery(), new MatchNoDocsQuery(), null);

  /** From how many words on an item may lack one or more of them, if none has all. */
  private static final int FEW = 4;

  private static final int SYNTAX =
      SimpleQueryParser.PHRASE_OPERATOR
          | SimpleQueryParser.NOT_OPERATOR
          | SimpleQueryParser.OR_OPERATOR
          | SimpleQueryParser.WHITESPACE_OPERATOR;

  private static final float TITLE = 4;
  private static final float ABOUT = 2;
  private static final float ROW = 10;

  /** For a reference, or a whole title. */
  private static final float EXACT = 100;

  /** Every word is asked for. */
  static Words all(String text) {
    return of(text, false);
  }

  /** Three in four words are asked for; of few words, all. */
  static Words most(String text) {
    return of(text, true);
  }

  private static Words of(String text, boolean loosely) {
    List<Query> each = new ArrayList<>();
    List<Query> rows = new ArrayList<>();
    boolean plain = !text.matches("(?s).*(\"|\\||(^|\\s)-).*");
    for (String language : Languages.all()) {
      Analyzer analyzer = Languages.analyzer(language);
      Map<String, Float> fields = new LinkedHashMap<>();
      fields.put(Fields.title(language), TITLE);
      fields.put(Fields.text(language), 1f);
      fields.put(Fields.about(language), ABOUT);
      SimpleQueryParser parser = new SimpleQueryParser(analyzer, fields, SYNTAX);
      parser.setDefaultOperator(loosely ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST);
      Query parsed = parser.parse(text);
      if (loosely) {
        parsed = mostOf(parsed);
      }
      if (!(parsed instanceof MatchNoDocsQuery)) {
        each.add(parsed);
      }
      if (plain) {
        for (String field : fields.keySet()) {
          Query row = new QueryBuilder(analyzer).createPhraseQuery(field, text);
          if (row != null && !(row instanceof TermQuery)) {
            rows.add(row);
          }
        }
      }
    }
    // A reference or a title typed as it is cited finds its item first.
    each.add(
        new BoostQuery(
            new TermQuery(new Term(Fields.REFERENCE, text.toUpperCase(Locale.ROOT))), EXACT));
    each.add(
        new BoostQuery(new TermQuery(new Term(Fields.WHOLE_TITLE, Documents.whole(text))), EXACT));
    Query words = new DisjunctionMaxQuery(each, 0.1f);
    if (rows.isEmpty()) {
      return new Words(words, words, null);
    }
    Query row = new DisjunctionMaxQuery(rows, 0);
    Query query =
        new BooleanQuery.Builder()
            .add(words, BooleanClause.Occur.MUST)
            .add(new BoostQuery(row, ROW), BooleanClause.Occur.SHOULD)
            .build();
    return new Words(query, words, row);
  }

  private static Query mostOf(Query parsed) {
    if (!(parsed instanceof BooleanQuery words)) {
      return parsed;
    }
    int optional =
        (int) words.clauses().stream().filter(c -> c.occur() == BooleanClause.Occur.SHOULD).count();
    if (optional < FEW) {
      return new MatchNoDocsQuery();
    }
    BooleanQuery.Builder most = new BooleanQuery.Builder();
    words.clauses().forEach(most::add);
    return most.setMinimumNumberShouldMatch(Math.ceilDiv(optional * 3, 4)).build();
  }
}
