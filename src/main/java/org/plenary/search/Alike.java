package org.plenary.search;

import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.plenary.search.SearchQuery.Facet;

/**
 * What to read next to something published: what shares its themes and countries, and among those
 * what shares words of its title.
 *
 * @param kind of what is looked for and of what it is looked for
 * @param reference never found itself, in none of its languages
 * @param language of the title; found things come in it where they are there
 */
public record Alike(
    String kind,
    String reference,
    String title,
    String language,
    List<String> themes,
    List<String> countries) {
  private static final float THEME = 2;
  private static final float COUNTRY = 1;
  private static final float WORDS = 0.5f;

  /** The stored fields of which a thing found is made. */
  static final Set<String> SHOWN =
      Set.of(Fields.REFERENCE, Fields.TITLE, Fields.URL, Fields.LANGUAGE);

  /**
   * A thing found.
   *
   * @param url its page, from the root of the site
   */
  public record Found(String reference, String title, String url, String language) {
    static Found of(Document document) {
      return new Found(
          document.get(Fields.REFERENCE),
          document.get(Fields.TITLE),
          document.get(Fields.URL),
          document.get(Fields.LANGUAGE));
    }
  }

  Query query() {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    themes.forEach(theme -> any.add(facet(Facet.THEME, theme, THEME), Occur.SHOULD));
    countries.forEach(country -> any.add(facet(Facet.COUNTRY, country, COUNTRY), Occur.SHOULD));
    String of = Languages.of(language);
    Query words =
        new QueryBuilder(Languages.analyzer(of)).createBooleanQuery(Fields.title(of), title);
    if (words != null) {
      any.add(new BoostQuery(words, WORDS), Occur.SHOULD);
    }
    return new BooleanQuery.Builder()
        .add(any.build(), Occur.MUST)
        .add(facet(Facet.KIND, kind, 1), Occur.FILTER)
        .add(new TermQuery(new Term(Fields.REFERENCE, reference)), Occur.MUST_NOT)
        .build();
  }

  private static Query facet(Facet facet, String value, float weight) {
    String name = facet.parameter();
    String field = Documents.FACETS.getDimConfig(name).indexFieldName;
    return new BoostQuery(
        new ConstantScoreQuery(new TermQuery(DrillDownQuery.term(field, name, value))), weight);
  }
}
