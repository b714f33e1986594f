package org.plenary.papers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.FocusOption;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
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
public class FileField extends Div implements HasValidation, Focusable<FileField> {
  private static final int MEGABYTES = 50;
  private final transient Papers papers;
  private final transient Actor actor;
  private final transient Consumer<TakenFile> taken;
  private final Upload upload;
  private final Button choose;
  private final Div state = new Div();
  private String error = "";
  private boolean invalid;

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
    choose = new Button(getTranslation("file.choose"));
    upload.setUploadButton(choose);
    upload.setDropLabel(new Span(getTranslation("file.drop", MEGABYTES)));
    upload.addFileRejectedListener(
        e -> say(Parts.pill(getTranslation("file.rejected"), Parts.Tone.BAD), ""));
    state.getElement().setAttribute("role", "status");
    Span title = new Span(label);
    title.addClassName("field-label");
    add(title, upload, state);
  }

  @Override
  public void setErrorMessage(String message) {
    error = message;
  }

  @Override
  public String getErrorMessage() {
    return error;
  }

  @Override
  public void setInvalid(boolean invalid) {
    if (invalid) {
      say(Parts.pill(error, Parts.Tone.BAD), "");
    } else if (this.invalid) {
      state.removeAll();
    }
    this.invalid = invalid;
  }

  @Override
  public boolean isInvalid() {
    return invalid;
  }

  @Override
  public void focus() {
    choose.focus();
  }

  @Override
  public void focus(FocusOption... options) {
    choose.focus(options);
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
    invalid = false;
    if (file == null) {
      state.removeAll();
      return;
    }
    say(
        file.hasText()
            ? Parts.pill(getTranslation("file.read"), Parts.Tone.GOOD)
            : Parts.pill(getTranslation("file.picture"), Parts.Tone.WARN),
        getTranslation(
            !file.hasText() ? "file.noText" : file.isPdf() ? "file.pages" : "file.paragraphs",
            file.name(),
            file.units()));
  }

  void say(Component sign, String text) {
    state.removeAll();
    state.add(Parts.div("row", sign, new Paragraph(text)));
  }
}
