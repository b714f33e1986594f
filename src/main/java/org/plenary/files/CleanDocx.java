package org.plenary.files;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;
import org.jspecify.annotations.Nullable;

/**
 * Writes a DOCX anew without what says who made it: core, application and custom properties,
 * comments, the names and days on revisions, editing sessions (rsid), templates, signatures, bound
 * data and paths. Paragraphs and pictures are as before.
 */
final class CleanDocx {
  private static final Set<String> ROOTS = Set.of("word", "xl", "ppt", "_rels");
  private static final Pattern DROPPED_PARTS =
      Pattern.compile(
          "(?i)(word|xl|ppt)/(comments[^/]*\\.xml|people\\.xml|persons/.*|threadedComments/.*"
              + "|commentAuthors\\.xml|glossary/.*|activeX/.*|printerSettings/.*|webextensions/.*"
              + "|vba.*|revisions/.*|embeddings/[^/]*(?<!\\.xlsx|\\.docx|\\.pptx))"
              + "(/_rels/.*)?");

  private static final Set<String> DROPPED_ELEMENTS =
      Set.of(
          "rsids",
          "commentRangeStart",
          "commentRangeEnd",
          "commentReference",
          "attachedTemplate",
          "dataBinding",
          "docVars",
          "mailMerge",
          "docId",
          "OLEObject");

  private static final Pattern A_QUOTED_PATH = Pattern.compile("\"[^\"]*[\\\\/][^\"]*\"");
  private static final long LARGEST = 400L << 20;
  private static final XMLEventFactory EVENTS = XMLEventFactory.newInstance();

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final Set<String> dropped = new HashSet<>();

  private CleanDocx() {}

  static void clean(Path from, Path to) throws IOException {
    try (InputStream in = Files.newInputStream(from);
        OutputStream out = Files.newOutputStream(to)) {
      new CleanDocx().clean(in, out, 0);
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void clean(InputStream in, OutputStream out, int depth)
      throws IOException, XMLStreamException {
    read(in);
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, byte[]> part : parts.entrySet()) {
      String name = part.getKey();
      if (dropped.contains(name)) {
        continue;
      }
      ZipEntry entry = new ZipEntry(name);
      // The first day a ZIP knows, for each file: the day of saving is nobody’s business.
      entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
      zip.putNextEntry(entry);
      zip.write(cleaned(name, part.getValue(), depth));
      zip.closeEntry();
    }
    zip.finish();
  }

  private void read(InputStream in) throws IOException {
    long size = 0;
    ZipInputStream zip = new ZipInputStream(in);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      byte[] content = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, LARGEST - size + 1));
      size += content.length;
      if (size > LARGEST) {
        throw new IOException("too large when unpacked");
      }
      String name = entry.getName();
      if (entry.isDirectory()) {
        continue;
      }
      parts.put(name, content);
      String root = name.contains("/") ? name.substring(0, name.indexOf('/')) : "";
      boolean known = name.equals("[Content_Types].xml") || ROOTS.contains(root);
      if (!known || DROPPED_PARTS.matcher(name).matches()) {
        dropped.add(name);
      }
    }
  }

  private byte[] cleaned(String name, byte[] content, int depth)
      throws IOException, XMLStreamException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".xml") || lower.endsWith(".rels")) {
      return xml(name, content);
    }
    if (lower.matches(".*\\.(docx|xlsx|pptx)")) {
      // A table behind a chart has properties of its own; deeper than that nobody needs.
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (depth == 0) {
        new CleanDocx().clean(new ByteArrayInputStream(content), out, 1);
      }
      return out.toByteArray();
    }
    return CleanImages.of(content);
  }

  private byte[] xml(String name, byte[] content) throws XMLStreamException {
    XMLInputFactory input = XMLInputFactory.newInstance();
    input.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    input.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLEventReader reader = input.createXMLEventReader(new ByteArrayInputStream(content));
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length);
    XMLEventWriter writer = XMLOutputFactory.newInstance().createXMLEventWriter(out, "UTF-8");
    int skipping = 0;
    boolean instruction = false;
    while (reader.hasNext()) {
      XMLEvent event = reader.nextEvent();
      if (skipping > 0) {
        skipping += event.isStartElement() ? 1 : event.isEndElement() ? -1 : 0;
      } else if (event.isStartElement() && isDropped(name, event.asStartElement())) {
        skipping = 1;
      } else if (event.isStartElement()) {
        StartElement element = event.asStartElement();
        instruction = element.getName().getLocalPart().endsWith("nstrText");
        writer.add(cleaned(element));
      } else if (event.isCharacters()
          && instruction
          && CleanPdf.A_PATH.matcher(event.asCharacters().getData()).matches()) {
        writer.add(
            EVENTS.createCharacters(
                A_QUOTED_PATH.matcher(event.asCharacters().getData()).replaceAll("\"\"")));
      } else if (event.getEventType() != XMLEvent.COMMENT) {
        instruction &= !event.isEndElement();
        writer.add(event);
      }
    }
    writer.close();
    return out.toByteArray();
  }

  private boolean isDropped(String part, StartElement element) {
    String local = element.getName().getLocalPart();
    if (part.equals("[Content_Types].xml")) {
      String of = value(element, "PartName");
      return of != null && dropped.contains(of.replaceFirst("^/", ""));
    }
    if (part.endsWith(".rels")) {
      String target = value(element, "Target");
      boolean external = "External".equals(value(element, "TargetMode"));
      String type = String.valueOf(value(element, "Type"));
      return local.equals("Relationship")
          && target != null
          && (type.endsWith("/attachedTemplate") || (!external && isGone(part, target)));
    }
    return DROPPED_ELEMENTS.contains(local);
  }

  /** Whether what a relationship leads to is left out, or was never there. */
  private boolean isGone(String rels, String target) {
    // word/_rels/document.xml.rels speaks for word/document.xml.
    String folder = rels.substring(0, rels.lastIndexOf("_rels/"));
    Path path = Path.of("/" + (target.startsWith("/") ? "" : folder), target).normalize();
    String name = path.toString().substring(1);
    return dropped.contains(name) || (!target.startsWith("#") && !parts.containsKey(name));
  }

  private static StartElement cleaned(StartElement element) {
    List<Attribute> attributes = new ArrayList<>();
    boolean signed = value(element, "author") != null;
    element
        .getAttributes()
        .forEachRemaining(
            attribute -> {
              String local = attribute.getName().getLocalPart();
              String value = attribute.getValue();
              boolean told =
                  local.toLowerCase(Locale.ROOT).startsWith("rsid")
                      || (signed
                          && Set.of("date", "dateUtc", "initials", "userId").contains(local));
              if (local.equals("author")) {
                attributes.add(EVENTS.createAttribute(attribute.getName(), "Author"));
              } else if (!told) {
                boolean path =
                    CleanPdf.A_PATH.matcher(value).matches() && !value.startsWith("http");
                String instead = local.equals("Target") ? "about:blank" : "";
                attributes.add(
                    path ? EVENTS.createAttribute(attribute.getName(), instead) : attribute);
              }
            });
    QName name = element.getName();
    return EVENTS.createStartElement(
        name.getPrefix(),
        name.getNamespaceURI(),
        name.getLocalPart(),
        attributes.iterator(),
        element.getNamespaces());
  }

  private static @Nullable String value(StartElement element, String local) {
    for (var all = element.getAttributes(); all.hasNext(); ) {
      Attribute attribute = all.next();
      if (attribute.getName().getLocalPart().equals(local)) {
        return attribute.getValue();
      }
    }
    return null;
  }
}
