package org.plenary.papers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.papers.Papers;
import org.plenary.papers.TakenFile;
import org.plenary.ui.Parts;

/**
 * One PDF or DOCX. The file is kept and read while it is uploaded, outside the page's lock, so that
 * the answer says at once whether it can be read.
 */
public class FileField extends Div {
  private static final int MEGABYTES = 50;
  private final transient Papers papers;
  private final transient Actor actor;
  private final transient Consumer<TakenFile> taken;
  private final Upload upload;
  private final Div state = new Div();

  /** What is done with the file once it was read; called on the page. */
  public FileField(Papers papers, Actor actor, String label, Consumer<TakenFile> taken) {
    this.papers = papers;
    this.actor = actor;
    this.taken = taken;
    addClassName("file-field");
    upload = new Upload(this::receive);
    upload.setMaxFiles(1);
    upload.setMaxFileSize(MEGABYTES << 20);
    upload.setAcceptedFileExtensions(".pdf", ".docx");
    upload.setUploadButton(Parts.button(getTranslation("file.choose"), () -> {}));
    upload.setDropLabel(new Span(getTranslation("file.drop", MEGABYTES)));
    upload.addFileRejectedListener(
        e -> say(Parts.pill(getTranslation("file.rejected"), Parts.Tone.BAD), ""));
    state.getElement().setAttribute("role", "status");
    Span title = new Span(label);
    title.addClassName("field-label");
    add(title, upload, state);
  }

  private void receive(UploadEvent event) throws IOException {
    try (InputStream in = event.getInputStream()) {
      TakenFile file = papers.take(actor, in, event.getFileName());
      event.getUI().access(() -> accept(file));
    } catch (DomainException refusal) {
      event
          .getUI()
          .access(
              () -> {
                upload.clearFileList();
                say(
                    Parts.pill(getTranslation("file.refused"), Parts.Tone.BAD),
                    getTranslation(refusal.key(), refusal.arguments().toArray()));
              });
    }
  }

  private void accept(TakenFile file) {
    upload.clearFileList();
    show(file);
    taken.accept(file);
  }

  /** Shows which file is there. */
  void show(@Nullable TakenFile file) {
    if (file == null) {
      state.removeAll();
      return;
    }
    say(
        Parts.pill(getTranslation("file.read"), Parts.Tone.GOOD),
        getTranslation(file.isPdf() ? "file.pages" : "file.paragraphs", file.name(), file.units()));
  }

  void say(Component sign, String text) {
    state.removeAll();
    state.add(Parts.div("row", sign, new Paragraph(text)));
  }
}
