package org.plenary.citation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is cited: a report that a partnership publishes. Whatever its words hold, each form stays
 * one well-formed record.
 *
 * @param authors persons, or the one body that speaks
 * @param body whether the author is a body
 * @param publisher the partnership
 * @param type in words, {@code Policy brief}
 * @param number within its type: 2026/07, REM-2026-001
 * @param note edition or version in words; null for the first
 * @param language BCP 47
 * @param url absolute
 * @param pdf absolute; null where there is none
 */
public record Citation(
    List<String> authors,
    boolean body,
    String title,
    LocalDate published,
    String publisher,
    String type,
    String number,
    @Nullable String note,
    String language,
    String url,
    @Nullable String pdf) {
  private static final DateTimeFormatter SLASHES = DateTimeFormatter.ofPattern("yyyy/MM/dd");

  /** One line for people. */
  public String plain() {
    String title = title().strip();
    String stop = title.matches("(?s).*[.?!؟]") ? " " : ". ";
    return "%s (%d). %s%s%s %s%s. %s. %s"
        .formatted(
            oneLine(String.join(", ", authors)),
            published.getYear(),
            oneLine(title),
            stop,
            type,
            number,
            note == null ? "" : ", " + note,
            publisher,
            url);
  }

  /** A BibTeX entry; characters that mean something to TeX mean themselves. */
  public String bibtex() {
    StringBuilder entry = new StringBuilder("@techreport{").append(key()).append(",\n");
    String names =
        authors.stream()
            .map(name -> body ? "{" + tex(name) + "}" : tex(name))
            .collect(Collectors.joining(" and "));
    field(entry, "author", names);
    // Braces keep the capitals that styles would take away.
    field(entry, "title", "{" + tex(title) + "}");
    field(entry, "institution", tex(publisher));
    field(entry, "type", tex(type));
    field(entry, "number", tex(number));
    field(entry, "year", String.valueOf(published.getYear()));
    field(entry, "month", String.valueOf(published.getMonthValue()));
    if (note != null) {
      field(entry, "note", tex(note));
    }
    field(entry, "language", language);
    field(entry, "url", url);
    return entry.append("}\n").toString();
  }

  /** An RIS record. */
  public String ris() {
    StringBuilder record = new StringBuilder();
    tag(record, "TY", "RPRT");
    authors.forEach(name -> tag(record, "AU", name));
    tag(record, "TI", title);
    tag(record, "PY", String.valueOf(published.getYear()));
    tag(record, "DA", SLASHES.format(published));
    tag(record, "PB", publisher);
    tag(record, "M3", type);
    tag(record, "SN", number);
    if (note != null) {
      tag(record, "ET", note);
    }
    tag(record, "LA", language);
    tag(record, "UR", url);
    if (pdf != null) {
      tag(record, "L1", pdf);
    }
    tag(record, "ER", "");
    return record.toString();
  }

  /** A name and a value of the page's head. */
  public record Meta(String name, String content) {}

  /** The Highwire tags by which search engines for scholars know a report. */
  public List<Meta> highwire() {
    List<Meta> tags = new java.util.ArrayList<>();
    tags.add(new Meta("citation_title", oneLine(title)));
    authors.forEach(name -> tags.add(new Meta("citation_author", oneLine(name))));
    tags.add(new Meta("citation_publication_date", SLASHES.format(published)));
    tags.add(new Meta("citation_technical_report_institution", publisher));
    tags.add(new Meta("citation_technical_report_number", number));
    tags.add(new Meta("citation_language", language));
    tags.add(new Meta("citation_abstract_html_url", url));
    if (pdf != null) {
      tags.add(new Meta("citation_pdf_url", pdf));
    }
    return tags;
  }

  /** The same as schema.org's Report in JSON-LD: data in the page, not script. */
  public String jsonLd() {
    String kind = body ? "Organization" : "Person";
    return ("{\"@context\":\"https://schema.org\",\"@type\":\"Report\",\"name\":%s,\"author\":[%s],"
            + "\"publisher\":{\"@type\":\"Organization\",\"name\":%s},\"datePublished\":\"%s\","
            + "\"inLanguage\":%s,\"reportNumber\":%s,\"url\":%s}")
        .formatted(
            json(title),
            authors.stream()
                .map(name -> "{\"@type\":\"" + kind + "\",\"name\":" + json(name) + "}")
                .collect(Collectors.joining(",")),
            json(publisher),
            published,
            json(language),
            json(number),
            json(url));
  }

  private String key() {
    return (type + "-" + number)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static void field(StringBuilder entry, String name, String value) {
    entry.append("  ").append(name).append(" = {").append(value).append("},\n");
  }

  private static String tex(String text) {
    StringBuilder safe = new StringBuilder();
    for (char c : oneLine(text).toCharArray()) {
      switch (c) {
        case '\\' -> safe.append("\\textbackslash{}");
        // Commands and not escaped braces: BibTeX counts braces without looking at backslashes.
        case '{' -> safe.append("\\textbraceleft{}");
        case '}' -> safe.append("\\textbraceright{}");
        case '~' -> safe.append("\\textasciitilde{}");
        case '^' -> safe.append("\\textasciicircum{}");
        case '$', '&', '%', '#', '_' -> safe.append('\\').append(c);
        default -> safe.append(c);
      }
    }
    return safe.toString();
  }

  private static void tag(StringBuilder record, String tag, String value) {
    record.append(tag).append("  - ").append(oneLine(value)).append("\r\n");
  }

  private static String json(String text) {
    StringBuilder safe = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      // Nothing that could end the element it stands in.
      if (c < ' '
          || c == '"'
          || c == '\\'
          || c == '<'
          || c == '>'
          || c == '&'
          || c > '\u2027' && c < '\u202A') {
        safe.append("\\u%04x".formatted((int) c));
      } else {
        safe.append(c);
      }
    }
    return safe.append('"').toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
