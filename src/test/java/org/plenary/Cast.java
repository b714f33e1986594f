package org.plenary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperDraft;
import org.plenary.people.People;

/** The people of the sample partnership as actors, and small things they hand in. */
public class Cast {
  private final Actors actors;
  private final People people;

  Cast(Actors actors, People people) {
    this.actors = actors;
    this.people = people;
  }

  /** The actor whose sample address begins so. */
  public Actor actor(String account) {
    return actors.of(id(account));
  }

  public UUID id(String account) {
    return people.accountFor(account + "@example.org").orElseThrow().person();
  }

  /** A paper by these accounts, with everything a submission needs. */
  public PaperDraft draft(String title, String abstractText, Set<UUID> conflicts, String... by) {
    return new PaperDraft(
        "research",
        title,
        abstractText,
        "en",
        List.of("remittances"),
        List.of("PK"),
        List.of(by).stream()
            .map(
                account ->
                    new PaperDraft.Author(actor(account).name(), "An institute", id(account)))
            .toList(),
        conflicts);
  }

  /** A PDF of one page with this text. */
  public static InputStream pdf(String text) {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        out.beginText();
        out.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        out.newLineAtOffset(72, 700);
        out.showText(text);
        out.endText();
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return new ByteArrayInputStream(bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
