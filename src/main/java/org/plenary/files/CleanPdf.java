package org.plenary.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Writes a PDF anew without what says who made it: the document's information and XMP, those of
 * each page and picture, embedded files, annotations but for plain links, forms and signatures,
 * scripts, private data of programs, and earlier states of the file. Pages, their text and where it
 * stands are as before, so that an anchor holds.
 */
final class CleanPdf {
  /** What of the catalog is the document itself; the rest is left behind. */
  private static final Set<String> CATALOG =
      Set.of(
          "Type",
          "Version",
          "Pages",
          "PageLabels",
          "PageLayout",
          "Outlines",
          "Dests",
          "Names",
          "Lang",
          "StructTreeRoot",
          "MarkInfo",
          "OCProperties",
          "OutputIntents",
          "ViewerPreferences");

  private static final List<String> TOLD =
      List.of("Metadata", "PieceInfo", "LastModified", "CreatorInfo");

  /** Short names, which a page’s list of fonts and pictures may use for its own. */
  private static final List<String> TOLD_BY_TYPED = List.of("AF", "AA", "B", "Thumb", "OPI");

  private static final List<String> ACTIONS = List.of("A", "PA", "Next", "OpenAction");
  private static final Set<String> ALLOWED = Set.of("GoTo", "URI");
  private static final Set<String> STEPS =
      Set.of(
          "Launch",
          "GoToR",
          "GoToE",
          "JavaScript",
          "ImportData",
          "SubmitForm",
          "ResetForm",
          "Rendition",
          "Movie",
          "Sound",
          "RichMediaExecute",
          "Trans",
          "Hide",
          "Thread",
          "Named",
          "SetOCGState",
          "GoTo3DView");

  private static final Pattern WEB = Pattern.compile("(?i)(https?|mailto):.*", Pattern.DOTALL);

  /** A path on somebody’s machine, which often has their name in it. */
  static final Pattern A_PATH =
      Pattern.compile("(?is).*(\\bfile:|\\b[a-z]:\\\\|\\\\\\\\\\w|/users/|/home/).*");

  private CleanPdf() {}

  static void clean(Path from, Path to) throws IOException {
    try (PDDocument document = Loader.loadPDF(from.toFile())) {
      document.setAllSecurityToBeRemoved(true);
      COSDictionary trailer = document.getDocument().getTrailer();
      for (COSName key : List.of(COSName.INFO, COSName.ID, COSName.PREV)) {
        trailer.removeItem(key);
      }
      // The identifier is made from this number and not from the time: the same file twice is one.
      document.setDocumentId(1L);
      COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
      List.copyOf(catalog.keySet()).stream()
          .filter(key -> !CATALOG.contains(key.getName()))
          .forEach(catalog::removeItem);
      COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
      if (names != null) {
        List.copyOf(names.keySet()).stream()
            .filter(key -> !key.equals(COSName.DESTS))
            .forEach(names::removeItem);
      }
      walk(catalog);
      document.save(to.toFile());
    }
  }

  private static void walk(COSBase root) throws IOException {
    Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSBase> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty()) {
      COSBase next = open.pop();
      COSBase item = next instanceof COSObject reference ? reference.getObject() : next;
      if (item instanceof COSDictionary dictionary && seen.add(item)) {
        clean(dictionary);
        dictionary.getValues().stream().filter(v -> v != null).forEach(open::push);
      } else if (item instanceof COSArray array && seen.add(item)) {
        for (COSBase value : array) {
          if (value != null) {
            open.push(value);
          }
        }
      }
    }
  }

  private static void clean(COSDictionary dictionary) throws IOException {
    if (isAnnotation(dictionary) && !isLink(dictionary)) {
      // It may still hang on the structure of the document: what is left there is empty.
      dictionary.clear();
      return;
    }
    TOLD.forEach(key -> dictionary.removeItem(COSName.getPDFName(key)));
    if (dictionary.getCOSName(COSName.TYPE) != null
        || dictionary.getCOSName(COSName.SUBTYPE) != null) {
      TOLD_BY_TYPED.forEach(key -> dictionary.removeItem(COSName.getPDFName(key)));
    }
    for (String key : ACTIONS) {
      COSName name = COSName.getPDFName(key);
      if (isUnwanted(dictionary.getDictionaryObject(name))) {
        dictionary.removeItem(name);
      }
    }
    COSBase alternative = dictionary.getDictionaryObject(COSName.ALT);
    if (alternative instanceof COSString text && A_PATH.matcher(text.getString()).matches()) {
      dictionary.removeItem(COSName.ALT);
    }
    COSArray annotations = dictionary.getCOSArray(COSName.ANNOTS);
    if (annotations != null) {
      dictionary.setItem(COSName.ANNOTS, links(annotations));
    }
    if (dictionary instanceof COSStream stream
        && COSName.DCT_DECODE.equals(stream.getDictionaryObject(COSName.FILTER))) {
      picture(stream);
    }
  }

  private static COSArray links(COSArray annotations) {
    COSArray kept = new COSArray();
    for (int i = 0; i < annotations.size(); i++) {
      if (annotations.getObject(i) instanceof COSDictionary annotation) {
        if (isLink(annotation)) {
          List.of("T", "M", "NM", "CreationDate", "Popup", "Contents")
              .forEach(key -> annotation.removeItem(COSName.getPDFName(key)));
          kept.add(annotations.get(i));
        } else {
          annotation.clear();
        }
      }
    }
    return kept;
  }

  private static boolean isAnnotation(COSDictionary dictionary) {
    return COSName.ANNOT.equals(dictionary.getCOSName(COSName.TYPE));
  }

  private static boolean isLink(COSDictionary annotation) {
    return COSName.getPDFName("Link").equals(annotation.getCOSName(COSName.SUBTYPE));
  }

  /** An action that runs something or leads to a file; links within and to the web are kept. */
  private static boolean isUnwanted(@Nullable COSBase value) {
    if (!(value instanceof COSDictionary action)) {
      return false;
    }
    String step = action.getNameAsString(COSName.S);
    if (step == null || !(ALLOWED.contains(step) || STEPS.contains(step))) {
      return false;
    }
    String address = action.getString(COSName.URI);
    return STEPS.contains(step) || (address != null && !WEB.matcher(address).matches());
  }

  private static void picture(COSStream stream) throws IOException {
    byte[] before;
    try (InputStream in = stream.createRawInputStream()) {
      before = in.readAllBytes();
    }
    byte[] after = CleanImages.of(before);
    if (after.length != before.length) {
      try (OutputStream out = stream.createRawOutputStream()) {
        out.write(after);
      }
    }
  }
}
