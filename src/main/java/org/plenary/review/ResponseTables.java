package org.plenary.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.kernel.Actor;
import org.plenary.papers.Blindness;
import org.plenary.papers.Papers;
import org.plenary.papers.PublishedPaper;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.plenary.review.CaseFiles.File;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The response table of a case: for its editors and authors, and published where it is to be. */
@Service
public class ResponseTables {
  private final CaseRepository cases;
  private final AssignmentRepository assignments;
  private final CaseFiles files;
  private final CasePages pages;
  private final Papers papers;
  private final People people;
  private final MessageSource texts;

  ResponseTables(
      CaseRepository cases,
      AssignmentRepository assignments,
      CaseFiles files,
      CasePages pages,
      Papers papers,
      People people,
      MessageSource texts) {
    this.cases = cases;
    this.assignments = assignments;
    this.files = files;
    this.pages = pages;
    this.papers = papers;
    this.people = people;
    this.texts = texts;
  }

  /**
   * The table as far as the actor may read the comments: the authors those of rounds that were
   * decided on. Nobody reads an answer or a note here that was not sent, nor who reviewed, unless
   * the review is open.
   */
  @Transactional(readOnly = true)
  public Optional<ResponseTable> of(Actor actor, UUID paper) {
    return cases
        .findByPaperId(paper)
        .map(files::file)
        .filter(
            file ->
                ReviewAccess.mayReadReviews(actor, file.facts())
                    || ReviewAccess.mayAnswer(actor, file.facts()))
        .map(
            file ->
                table(
                    file,
                    ReviewAccess.mayReadReviews(actor, file.facts()),
                    file.paper().blindness() == Blindness.OPEN))
        .filter(table -> !table.isEmpty());
  }

  /**
   * The table of a published paper where it is published too; for everyone, and never with the
   * reviewers' names, for so it was promised to them.
   */
  @Transactional(readOnly = true)
  public Optional<ResponseTable> published(Actor actor, String reference) {
    return papers
        .published(actor, reference)
        .flatMap(paper -> cases.findByPaperId(paper.id()))
        .filter(ResponseTables::isPublished)
        .map(files::file)
        .map(file -> table(file, false, false))
        .filter(table -> !table.isEmpty());
  }

  /** Whether a published paper has a table for everyone. */
  @Transactional(readOnly = true)
  public boolean isPublished(Actor actor, PublishedPaper paper) {
    return published(actor, paper.reference()).isPresent();
  }

  /** Whether the comments of this review will be published with the paper; for its reviewer. */
  @Transactional(readOnly = true)
  public boolean willPublish(Actor actor, UUID assignment) {
    return assignments
        .findById(assignment)
        .filter(own -> actor.is(own.personId))
        .map(own -> files.open(own.caseId).of())
        .filter(ResponseTables::isPublished)
        .isPresent();
  }

  /** The one place that says whether the public reads a case's table once the paper is out. */
  static boolean isPublished(ReviewCase of) {
    return of.reviewsPublished;
  }

  private ResponseTable table(File file, boolean reads, boolean open) {
    List<Assignment> asked = files.assignments(file.of().id);
    // Without names, even for those who know them: the table is made to be passed on.
    Map<UUID, Person> names =
        open
            ? people.byIds(asked.stream().map(a -> a.personId).collect(Collectors.toSet()))
            : Map.of();
    List<CommentLine> lines = pages.lines(pages.comments(file, reads), asked, names);
    Map<Integer, List<CommentLine>> byRound =
        lines.stream()
            .collect(Collectors.groupingBy(CommentLine::round, TreeMap::new, Collectors.toList()));
    List<ResponseTable.Round> rounds = new ArrayList<>();
    byRound.forEach(
        (round, comments) -> {
          List<ResponseTable.Row> rows = new ArrayList<>();
          for (CommentLine comment : comments) {
            rows.add(row(round + "." + (rows.size() + 1), comment));
          }
          rounds.add(new ResponseTable.Round(round, comments.getFirst().version(), rows));
        });
    return new ResponseTable(file.of().reference, file.of().title, rounds);
  }

  private static ResponseTable.Row row(String number, CommentLine comment) {
    boolean closed = comment.state() == CommentState.CLOSED;
    return new ResponseTable.Row(
        number,
        comment.reviewer(),
        comment.anchor(),
        comment.kind(),
        comment.text(),
        comment.disposition(),
        comment.answer(),
        comment.pointer(),
        closed,
        closed ? comment.note() : "");
  }

  /** The table as {@link #of} gives it, as comma-separated values for a spreadsheet. */
  @Transactional(readOnly = true)
  public Optional<String> csv(Actor actor, UUID paper) {
    return of(actor, paper).map(this::csv);
  }

  private String csv(ResponseTable table) {
    // The mark at the beginning is how a spreadsheet knows that it is UTF-8.
    StringBuilder csv = new StringBuilder("\ufeff");
    for (String column :
        List.of(
            "number",
            "version",
            "reviewer",
            "where",
            "passage",
            "weight",
            "comment",
            "disposition",
            "answer",
            "pointer",
            "closed",
            "note")) {
      cell(csv, text("responses." + column));
    }
    csv.append("\r\n");
    for (ResponseTable.Round round : table.rounds()) {
      for (ResponseTable.Row row : round.rows()) {
        cell(csv, row.number());
        cell(csv, String.valueOf(round.version()));
        cell(csv, row.reviewer());
        cell(csv, place(row.anchor()));
        cell(csv, row.anchor().quote());
        cell(csv, text("commentKind." + row.kind()));
        cell(csv, row.comment());
        cell(csv, row.disposition() == null ? "" : text("disposition." + row.disposition()));
        cell(csv, row.answer());
        cell(csv, row.pointer());
        cell(csv, text(row.closed() ? "responses.yes" : "responses.no"));
        cell(csv, row.note());
        csv.append("\r\n");
      }
    }
    return csv.toString();
  }

  private String place(Anchor anchor) {
    if (anchor.page() != null) {
      return text("comment.page", anchor.page());
    }
    return anchor.paragraph() != null
        ? text("comment.paragraph", anchor.paragraph())
        : text("comment.whole");
  }

  /** Adds a cell; what a spreadsheet would take for a formula is made plain text. */
  static void cell(StringBuilder row, String value) {
    if (row.length() > 1 && row.charAt(row.length() - 1) == '"') {
      row.append(',');
    }
    boolean formula = !value.isEmpty() && "=+-@\t\r\n".indexOf(value.charAt(0)) >= 0;
    row.append('"').append(formula ? "'" : "").append(value.replace("\"", "\"\"")).append('"');
  }

  private String text(String key, Object... arguments) {
    return texts.getMessage(key, arguments, Locale.ENGLISH);
  }
}
