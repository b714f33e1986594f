package org.plenary.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;

/** One analyser per language; text of any other language is split into words and lower-cased. */
final class Languages {
  static final String OTHER = "und";

  private static final Map<String, Analyzer> ANALYZERS = new LinkedHashMap<>();

  static {
    ANALYZERS.put("en", new EnglishAnalyzer());
    ANALYZERS.put("fr", new FrenchAnalyzer());
    ANALYZERS.put("es", new SpanishAnalyzer());
    ANALYZERS.put("ar", new ArabicAnalyzer());
    ANALYZERS.put("pt", new PortugueseAnalyzer());
    ANALYZERS.put("ru", new RussianAnalyzer());
    ANALYZERS.put(OTHER, new StandardAnalyzer());
  }

  private Languages() {}

  static Set<String> all() {
    return ANALYZERS.keySet();
  }

  static String of(String language) {
    return ANALYZERS.containsKey(language) ? language : OTHER;
  }

  static Analyzer analyzer(String language) {
    return Objects.requireNonNull(ANALYZERS.get(of(language)));
  }

  /** The analyser of an index whose fields end in {@code _language}. */
  static Analyzer byField() {
    Map<String, Analyzer> fields = new LinkedHashMap<>();
    ANALYZERS.forEach(
        (language, analyzer) -> {
          fields.put(Fields.title(language), analyzer);
          fields.put(Fields.text(language), analyzer);
          fields.put(Fields.about(language), analyzer);
        });
    return new PerFieldAnalyzerWrapper(new StandardAnalyzer(), fields);
  }
}
