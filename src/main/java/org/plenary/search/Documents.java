package org.plenary.search;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Readers;

/**
 * How an item reads as one Lucene document: its whole text in one stored field with offsets, and
 * beside it where each page begins, so that a highlighted passage knows its page.
 */
final class Documents {
  static final FacetsConfig FACETS = new FacetsConfig();

  /** Ends each section in the stored text: the information separator two of ISO 646. */
  static final char SECTION_END = '\u001E';

  private static final FieldType TEXT = new FieldType(TextField.TYPE_STORED);
  private static final FieldType WORDS = new FieldType();

  static {
    TEXT.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    TEXT.freeze();
    WORDS.setTokenized(true);
    WORDS.setIndexOptions(IndexOptions.DOCS);
    WORDS.setOmitNorms(true);
    WORDS.freeze();
    for (String facet : new String[] {"theme", "country"}) {
      FACETS.setMultiValued(facet, true);
    }
    for (SearchQuery.Facet facet : SearchQuery.Facet.values()) {
      FACETS.setIndexFieldName(facet.parameter(), "facet_" + facet.parameter());
    }
  }

  private Documents() {}

  static String key(String kind, UUID id) {
    return kind + ":" + id;
  }

  static Document of(SearchDocument item, Readers readers) throws IOException {
    String language = Languages.of(item.language());
    Document document = new Document();
    document.add(new StringField(Fields.KEY, key(item.kind(), item.id()), Field.Store.YES));
    document.add(new StoredField(Fields.DIGEST, digest(item, readers)));
    document.add(new StoredField(Fields.KIND, item.kind()));
    document.add(new StringField(Fields.REFERENCE, item.reference(), Field.Store.YES));
    document.add(new StoredField(Fields.TITLE, item.title()));
    document.add(new StoredField(Fields.URL, item.url()));
    document.add(new StoredField(Fields.LANGUAGE, item.language()));
    document.add(new StoredField(Fields.PUBLISHED, item.date().toEpochDay()));
    document.add(new NumericDocValuesField(Fields.PUBLISHED, item.date().toEpochDay()));
    document.add(new TextField(Fields.title(language), item.title(), Field.Store.NO));
    StringBuilder text = new StringBuilder();
    ByteBuffer pages = ByteBuffer.allocate(8 * item.text().size());
    for (SearchDocument.Section section : item.text()) {
      pages.putInt(text.length()).putInt(section.page() == null ? 0 : section.page());
      text.append(section.text().replace(SECTION_END, ' ')).append(SECTION_END);
    }
    document.add(new StoredField(Fields.PAGES, pages.array()));
    document.add(new Field(Fields.text(language), text.toString(), TEXT));
    String about = String.join("\n", item.about());
    document.add(new TextField(Fields.about(language), about, Field.Store.NO));
    document.add(new StringField(Fields.WHOLE_TITLE, whole(item.title()), Field.Store.NO));
    document.add(new Field(Fields.SPELLING, item.title() + " " + about + " " + text, WORDS));
    readers
        .admitted()
        .forEach(term -> document.add(new StringField(Fields.READER, term, Field.Store.NO)));
    readers
        .excluded()
        .forEach(term -> document.add(new StringField(Fields.EXCLUDED, term, Field.Store.NO)));
    facet(document, SearchQuery.Facet.KIND, item.kind());
    facet(document, SearchQuery.Facet.LANGUAGE, item.language());
    facet(document, SearchQuery.Facet.YEAR, String.valueOf(item.date().getYear()));
    item.themes().forEach(theme -> facet(document, SearchQuery.Facet.THEME, theme));
    item.countries().forEach(country -> facet(document, SearchQuery.Facet.COUNTRY, country));
    return FACETS.build(document);
  }

  /** A hash of all that a document is made of: the same if and only if nothing of it changed. */
  static String digest(SearchDocument item, Readers readers) {
    try {
      byte[] all = (item + "\n" + readers).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(all));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A title, or what was typed for one, without what people leave out. */
  static String whole(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static void facet(Document document, SearchQuery.Facet facet, String value) {
    document.add(new SortedSetDocValuesFacetField(facet.parameter(), value));
  }

  /**
   * A stretch of the text that was one section: a passage never runs across two.
   *
   * @param page the page it is on; null where it is on none
   * @param end exclusive
   */
  record Stretch(@Nullable Integer page, int start, int end) {}

  /** The stretch that holds the character at this offset of a text of this length. */
  static Stretch stretchAt(@Nullable BytesRef pages, int offset, int length) {
    if (pages == null) {
      return new Stretch(null, 0, length);
    }
    ByteBuffer starts = ByteBuffer.wrap(pages.bytes, pages.offset, pages.length);
    int start = 0;
    int page = 0;
    while (starts.remaining() >= 8) {
      int next = starts.getInt();
      if (next > offset) {
        return new Stretch(page == 0 ? null : page, start, next);
      }
      start = next;
      page = starts.getInt();
    }
    return new Stretch(page == 0 ? null : page, start, length);
  }
}
