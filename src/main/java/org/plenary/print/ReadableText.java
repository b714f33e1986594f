package org.plenary.print;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * Lets the text of a PDF be copied and searched as it was written. Letters that look alike in the
 * middle of a word share a shape in the font, the yeh of Arabic and that of Persian for one; PDFBox
 * names the shape by the first of them. Here it is named by the one that the text uses.
 */
final class ReadableText {
  private static final Pattern BLOCKS =
      Pattern.compile("beginbfrange(.*?)endbfrange", Pattern.DOTALL);
  private static final Pattern NAMES =
      Pattern.compile("<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]{4})>\\s*<([0-9A-Fa-f]+)>");
  private static final int MOST_IN_A_BLOCK = 100;

  private final CmapLookup shapes;

  ReadableText(InputStream font) throws IOException {
    try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      shapes = parsed.getUnicodeCmapLookup();
    }
  }

  /**
   * @param family as it stands in the names of the PDF's fonts
   */
  byte[] mend(byte[] pdf, String family, String written) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      // Pages share their fonts.
      Set<COSStream> done = Collections.newSetFromMap(new IdentityHashMap<>());
      for (PDPage page : document.getPages()) {
        PDResources resources = page.getResources();
        for (COSName name : resources.getFontNames()) {
          var font = resources.getFont(name);
          if (font.getName().contains(family)
              && font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE)
                  instanceof COSStream stream
              && done.add(stream)) {
            rename(stream, written);
          }
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length);
      document.save(out);
      return out.toByteArray();
    }
  }

  private void rename(COSStream stream, String written) throws IOException {
    String map;
    try (InputStream in = stream.createInputStream()) {
      map = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
    Map<Integer, String> names = new TreeMap<>();
    Matcher blocks = BLOCKS.matcher(map);
    while (blocks.find()) {
      Matcher line = NAMES.matcher(blocks.group(1));
      while (line.find()) {
        int from = Integer.parseInt(line.group(1), 16);
        int to = Integer.parseInt(line.group(2), 16);
        String first = text(line.group(3));
        for (int shape = from; shape <= to; shape++) {
          int last = first.charAt(first.length() - 1) + shape - from;
          String name = first.substring(0, first.length() - 1) + (char) last;
          names.put(shape, asWritten(name, written));
        }
      }
    }
    String before = map.substring(0, map.indexOf("endcodespacerange") + 17);
    String after = map.substring(map.indexOf("endcmap"));
    try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write((before + "\n" + blocks(names) + after).getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static String blocks(Map<Integer, String> names) {
    StringBuilder blocks = new StringBuilder();
    List<Map.Entry<Integer, String>> all = new ArrayList<>(names.entrySet());
    for (int i = 0; i < all.size(); i += MOST_IN_A_BLOCK) {
      var block = all.subList(i, Math.min(all.size(), i + MOST_IN_A_BLOCK));
      blocks.append(block.size()).append(" beginbfchar\n");
      for (var name : block) {
        blocks.append("<%04X> <".formatted(name.getKey()));
        name.getValue().chars().forEach(c -> blocks.append("%04X".formatted(c)));
        blocks.append(">\n");
      }
      blocks.append("endbfchar\n");
    }
    return blocks.toString();
  }

  /** Of the letters that share this one's shape, the one that the text has; as plain letters. */
  private String asWritten(String name, String written) {
    if (name.codePointCount(0, name.length()) == 1 && !isIn(written, plain(name))) {
      List<Integer> alike = shapes.getCharCodes(shapes.getGlyphId(name.codePointAt(0)));
      if (alike != null) {
        for (int other : alike) {
          String letters = plain(Character.toString(other));
          if (isIn(written, letters)) {
            return letters;
          }
        }
      }
    }
    return plain(name);
  }

  private static boolean isIn(String written, String letters) {
    return letters.codePoints().allMatch(c -> written.indexOf(c) >= 0);
  }

  private static String plain(String name) {
    char first = name.charAt(0);
    boolean joined = first >= '\uFB50' && first <= '\uFEFC';
    return joined ? Normalizer.normalize(name, Normalizer.Form.NFKC) : name;
  }

  private static String text(String hex) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 4 <= hex.length(); i += 4) {
      text.append((char) Integer.parseInt(hex.substring(i, i + 4), 16));
    }
    return text.toString();
  }
}
