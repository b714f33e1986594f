package org.plenary.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.plenary.bodies.Actors;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.papers.PaperPage;
import org.plenary.papers.Papers;
import org.plenary.papers.ui.PaperView;
import org.plenary.review.CommentKind;
import org.plenary.review.Disposition;
import org.plenary.review.ResponseTable;
import org.plenary.review.ResponseTables;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;
import org.plenary.ui.Parts.Tone;

/** The response table, to read, to print and to take into a spreadsheet. */
@Route("responses")
@PermitAll
class ResponsesView extends Page implements HasUrlParameter<String> {
  private final transient Papers papers;
  private final transient ResponseTables tables;
  private final transient Actor actor;

  ResponsesView(Papers papers, ResponseTables tables, Actors actors) {
    this.papers = papers;
    this.tables = tables;
    this.actor = actors.current();
  }

  @Override
  public void setParameter(BeforeEvent event, String reference) {
    PaperPage paper = papers.page(actor, reference);
    ResponseTable table =
        tables
            .of(actor, paper.id())
            .orElseThrow(() -> new NotFoundException("response table of " + reference));
    removeAll();
    addClassName("responses");
    Anchor csv =
        new Anchor(
            DownloadHandler.fromInputStream(download -> file(paper, reference + "-responses.csv")),
            AttachmentType.DOWNLOAD,
            getTranslation("responses.csv"));
    csv.setRouterIgnore(true);
    head(
        getTranslation("responses.title"),
        csv,
        Parts.primary(
            getTranslation("responses.print"),
            () -> UI.getCurrent().getPage().executeJs("window.print()")));
    RouterLink back = new RouterLink();
    back.setRoute(PaperView.class, reference);
    back.setText(table.title());
    Span about = new Span(reference);
    about.addClassNames("small", "muted");
    add(Parts.div("row under-head", back, about));
    for (ResponseTable.Round round : table.rounds()) {
      add(section(getTranslation("responses.round", round.number(), round.version())));
      round.rows().forEach(row -> add(row(row)));
    }
  }

  /** Asked for anew at each download, so that it is what the actor may read then. */
  private DownloadResponse file(PaperPage paper, String name) {
    byte[] bytes =
        tables
            .csv(actor, paper.id())
            .orElseThrow(() -> new NotFoundException("response table"))
            .getBytes(StandardCharsets.UTF_8);
    return new DownloadResponse(
        new ByteArrayInputStream(bytes), name, "text/csv;charset=UTF-8", bytes.length);
  }

  private Component row(ResponseTable.Row row) {
    Div said =
        Parts.div(
            "response",
            new H3(row.number() + " · " + row.reviewer()),
            Parts.line(CommentCard.place(this, row.anchor())));
    if (!row.anchor().quote().isEmpty()) {
      Paragraph quote = new Paragraph("“" + row.anchor().quote() + "”");
      quote.addClassName("quote");
      said.add(quote);
    }
    said.add(
        written(row.comment()),
        Parts.pill(
            getTranslation("commentKind." + row.kind()),
            row.kind() == CommentKind.SUBSTANTIVE ? Tone.WARN : Tone.PLAIN));
    Div answered = Parts.div("response");
    Disposition disposition = row.disposition();
    if (disposition == null) {
      answered.add(Parts.line(getTranslation("responses.unanswered")));
    } else {
      answered.add(
          Parts.pill(
              getTranslation("disposition." + disposition),
              disposition == Disposition.DECLINED ? Tone.BAD : Tone.GOOD),
          written(row.answer()));
      if (!row.pointer().isEmpty()) {
        answered.add(Parts.line(getTranslation("comment.pointer", row.pointer())));
      }
    }
    if (row.closed()) {
      answered.add(Parts.pill(getTranslation("comment.closed"), Tone.GOOD));
      if (!row.note().isEmpty()) {
        answered.add(written(getTranslation("comment.note", row.note())));
      }
    }
    return Parts.div("response-row", said, answered);
  }

  private static Paragraph written(String text) {
    Paragraph paragraph = new Paragraph(text);
    paragraph.addClassName("as-written");
    return paragraph;
  }
}
