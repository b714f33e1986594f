package org.plenary.papers.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.plenary.files.StoredFile;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.papers.SupplementLine;
import org.plenary.papers.Supplements;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/** The further files of the version that is being prepared, each with what it is. */
public class SupplementsField extends Div {
  private static final int PAUSE = 800;
  private static final int MEGABYTES = 50;

  /** One change to the paper that is being prepared. */
  public interface Change {
    /**
     * @param seen the revision that was on the screen
     * @return the revision now
     */
    long make(UUID paper, long seen);
  }

  private final transient Supplements supplements;
  private final transient Actor actor;
  private final transient Consumer<Change> keeper;
  private final Upload upload;
  private final Div list = Parts.div("supplement-list");
  private final Div state = new Div();

  /**
   * @param keeper makes a change to the paper, which it may have to start first
   */
  public SupplementsField(Supplements supplements, Actor actor, Consumer<Change> keeper) {
    this.supplements = supplements;
    this.actor = actor;
    this.keeper = keeper;
    addClassName("file-field");
    upload = new Upload(this::receive);
    upload.setMaxFileSize(MEGABYTES << 20);
    upload.setAcceptedFileExtensions(".pdf", ".docx", ".xlsx", ".csv", ".zip");
    Button choose = new Button(getTranslation("supplements.choose"));
    upload.setUploadButton(choose);
    upload.setDropLabel(new Span(getTranslation("supplements.drop", MEGABYTES)));
    upload.addFileRejectedListener(e -> refuse(getTranslation("supplements.rejected")));
    state.getElement().setAttribute("role", "status");
    Span title = new Span(getTranslation("supplements.title"));
    title.addClassName("field-label");
    add(title, Parts.line(getTranslation("supplements.help")), list, upload, state);
  }

  /** Shows what is there. */
  public void show(List<SupplementLine> lines) {
    list.removeAll();
    lines.forEach(line -> list.add(row(line)));
  }

  private Div row(SupplementLine line) {
    TextField label = new TextField();
    label.setAriaLabel(getTranslation("supplements.label", line.number()));
    label.setPlaceholder(getTranslation("supplements.label.hint"));
    label.setValue(line.label());
    Typing.atMost(label, Supplements.LONGEST_LABEL);
    Typing.sendAtPauses(label, PAUSE);
    label.addValueChangeListener(
        e -> {
          String said = Fitting.to(Supplements.LONGEST_LABEL, e.getValue().strip());
          keeper.accept(
              (paper, seen) -> supplements.label(actor, paper, line.number(), said, seen));
        });
    Button out =
        Parts.button(
            "×",
            () -> change((paper, seen) -> supplements.remove(actor, paper, line.number(), seen)));
    out.addThemeVariants(ButtonVariant.TERTIARY);
    out.setAriaLabel(getTranslation("supplements.remove", line.number()));
    Span name = new Span(line.fileName());
    name.addClassNames("small", "muted");
    return Parts.div("supplement", label, Parts.pill(line.format(), Parts.Tone.PLAIN), out, name);
  }

  private void change(Change change) {
    keeper.accept(
        (paper, seen) -> {
          long now = change.make(paper, seen);
          show(supplements.unsent(actor, paper));
          return now;
        });
  }

  private void receive(UploadEvent event) throws IOException {
    try (InputStream in = event.getInputStream()) {
      StoredFile file = supplements.take(actor, in);
      event
          .getUI()
          .access(
              () -> {
                upload.clearFileList();
                state.removeAll();
                change(
                    (paper, seen) ->
                        supplements.add(actor, paper, file, event.getFileName(), seen));
              });
    } catch (DomainException refusal) {
      event
          .getUI()
          .access(
              () -> {
                upload.clearFileList();
                refuse(getTranslation(refusal.key(), refusal.arguments().toArray()));
              });
    }
  }

  private void refuse(String why) {
    state.removeAll();
    state.add(
        Parts.div(
            "row", Parts.pill(getTranslation("file.refused"), Parts.Tone.BAD), new Paragraph(why)));
  }
}
