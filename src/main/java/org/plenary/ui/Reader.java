package org.plenary.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A paper to read and to mark passages in: the server's side of assets/reader/reader.js, which says
 * what it does.
 */
@Tag("plenary-reader")
public class Reader extends Component implements HasSize, HasStyle {

  /** A paragraph of a file that has no pages. */
  public record Paragraph(int number, String text) {}

  /**
   * A passage that was marked; page or paragraph is null. Without a quote it is the page or
   * paragraph as a whole.
   */
  public record Passage(@Nullable Integer page, @Nullable Integer paragraph, String quote) {}

  /** A passage that is to be seen as marked. */
  public record Mark(
      String id, @Nullable Integer page, @Nullable Integer paragraph, String quote, String label) {}

  public Reader(String label) {
    getElement().setAttribute("label-document", label);
    getElement().setAttribute("label-comment", getTranslation("reader.comment"));
    getElement().setAttribute("label-page", getTranslation("reader.page"));
    getElement().setAttribute("label-loading", getTranslation("reader.loading"));
    getElement().setAttribute("label-failed", getTranslation("reader.failed"));
    getElement().setAttribute("label-larger", getTranslation("reader.larger"));
    getElement().setAttribute("label-smaller", getTranslation("reader.smaller"));
    getElement().setAttribute("label-retry", getTranslation("reader.retry"));
  }

  @Override
  protected void onAttach(AttachEvent event) {
    event.getUI().getPage().addJsModule("/assets/reader/reader.js");
  }

  /** Shows a PDF, streamed to this page alone. */
  public void open(File pdf, String name) {
    getElement().setAttribute("src", DownloadHandler.forFile(pdf, name).inline());
  }

  /** Shows text by paragraph. */
  public void open(List<Paragraph> paragraphs) {
    getElement().setPropertyList("paragraphs", paragraphs);
  }

  public void mark(List<Mark> marks) {
    getElement().setPropertyList("comments", marks);
  }

  /** Scrolls to a mark. */
  public void show(String id) {
    getElement().callJsFunction("show", id);
  }

  /** Puts the focus on the document, to read on by keyboard. */
  public void read() {
    getElement().callJsFunction("read");
  }

  /** Called when the person wants to comment on a passage. */
  public void onPassage(Consumer<Passage> then) {
    getElement()
        .addEventListener(
            "passage",
            event -> {
              JsonNode data = event.getEventData();
              then.accept(
                  new Passage(
                      number(data.get("event.detail.page")),
                      number(data.get("event.detail.paragraph")),
                      data.get("event.detail.quote").asString()));
            })
        .addEventData("event.detail.page")
        .addEventData("event.detail.paragraph")
        .addEventData("event.detail.quote");
  }

  /** Called with the id of a mark that was chosen. */
  public void onMark(Consumer<String> then) {
    getElement()
        .addEventListener(
            "comment", event -> then.accept(event.getEventData().get("event.detail.id").asString()))
        .addEventData("event.detail.id");
  }

  private static @Nullable Integer number(@Nullable JsonNode node) {
    return node == null || node.isNull() ? null : node.asInt();
  }
}
