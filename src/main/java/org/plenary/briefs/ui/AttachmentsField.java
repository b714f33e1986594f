package org.plenary.briefs.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plenary.briefs.BriefDraft.Attachment;
import org.plenary.briefs.Briefs;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.ui.Parts;

/** Files beside the text; each is kept while it is uploaded, outside the page's lock. */
class AttachmentsField extends CustomField<List<Attachment>> {
  private static final int MEGABYTES = 50;
  private static final int MOST = 10;
  private final transient Briefs briefs;
  private final transient Actor actor;
  private final transient UUID group;
  private final List<Attachment> files = new ArrayList<>();
  private final UnorderedList list = new UnorderedList();
  private final Div state = new Div();
  private final Upload upload = new Upload(this::receive);

  /**
   * @param group one in whose name the actor writes
   */
  AttachmentsField(Briefs briefs, Actor actor, UUID group) {
    super(List.of());
    this.briefs = briefs;
    this.actor = actor;
    this.group = group;
    setLabel(getTranslation("brief.attachments"));
    setHelperText(getTranslation("brief.attachments.help", MEGABYTES));
    upload.setMaxFileSize(MEGABYTES << 20);
    upload.setAcceptedFileExtensions(".pdf", ".docx");
    upload.setUploadButton(new Button(getTranslation("file.choose")));
    upload.setDropLabel(new Span(getTranslation("file.drop", MEGABYTES)));
    upload.addFileRejectedListener(e -> refuse(getTranslation("file.rejected")));
    state.getElement().setAttribute("role", "status");
    list.addClassName("plain");
    add(list, upload, state);
  }

  private void receive(UploadEvent event) throws IOException {
    try (InputStream in = event.getInputStream()) {
      Attachment file = briefs.attach(actor, group, in, event.getFileName());
      event.getUI().access(() -> take(file));
    } catch (DomainException refusal) {
      event
          .getUI()
          .access(() -> refuse(getTranslation(refusal.key(), refusal.arguments().toArray())));
    }
  }

  private void take(Attachment file) {
    upload.clearFileList();
    state.removeAll();
    if (files.size() < MOST && files.stream().noneMatch(f -> f.sha256().equals(file.sha256()))) {
      files.add(file);
    }
    show();
    updateValue();
  }

  private void refuse(String why) {
    upload.clearFileList();
    state.removeAll();
    state.add(
        Parts.div(
            "row",
            Parts.pill(getTranslation("brief.attachments.refused"), Parts.Tone.BAD),
            new Span(why)));
  }

  private void show() {
    list.removeAll();
    for (Attachment file : files) {
      Button out =
          new Button(
              "×",
              e -> {
                files.remove(file);
                show();
                updateValue();
              });
      out.addThemeVariants(ButtonVariant.TERTIARY);
      out.setAriaLabel(getTranslation("brief.attachments.remove", file.name()));
      list.add(new ListItem(Parts.div("row", new Span(file.name()), out)));
    }
  }

  @Override
  protected List<Attachment> generateModelValue() {
    return List.copyOf(files);
  }

  @Override
  protected void setPresentationValue(List<Attachment> value) {
    files.clear();
    files.addAll(value);
    show();
  }
}
