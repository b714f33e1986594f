package org.plenary.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.Statements;
import org.plenary.bodies.Bodies;
import org.plenary.briefs.Briefs;
import org.plenary.desk.Desk;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperLists;
import org.plenary.papers.Papers;
import org.plenary.papers.TakenFile;
import org.springframework.beans.factory.annotation.Autowired;

/** A list takes as many statements for many rows as for few. */
@OnMariaDb
class ListsTest {
  @Autowired Papers papers;
  @Autowired PaperLists lists;
  @Autowired Briefs briefs;
  @Autowired Desk desk;
  @Autowired Bodies bodies;
  @Autowired Cast cast;

  @Test
  void listsAndTheDeskTakeTheSameStatementsForManyRows() {
    Actor chair = cast.actor("chair");
    submit(1);
    int deskOfFew = Statements.of(() -> desk.waitingFor(chair));
    int tasksOfFew = desk.waitingFor(chair).size();
    submit(8);
    int deskOfMany = Statements.of(() -> desk.waitingFor(chair));
    assertThat(desk.waitingFor(chair).size()).isGreaterThanOrEqualTo(tasksOfFew + 8);
    assertThat(deskOfMany).isEqualTo(deskOfFew).isLessThanOrEqualTo(12);
    assertThat(Statements.of(() -> lists.visible(chair, false, "", 0, 50))).isEqualTo(1);
    assertThat(Statements.of(() -> lists.count(chair, false, ""))).isEqualTo(1);
    assertThat(Statements.of(() -> briefs.visible(chair, 0, 50))).isEqualTo(1);
    assertThat(lists.visible(chair, false, "", 0, 50)).hasSizeGreaterThan(8);
  }

  private void submit(int papersToSubmit) {
    Actor author = cast.actor("author");
    UUID group = bodies.byCode("REM").orElseThrow().id();
    for (int i = 0; i < papersToSubmit; i++) {
      UUID id =
          papers.start(author, group, cast.draft("Counted " + i, "About.", Set.of(), "author"));
      TakenFile file = papers.take(author, Cast.pdf("counted " + i), "v1.pdf");
      papers.addVersion(author, id, file.file(), "v1.pdf");
      papers.submit(author, id);
    }
  }
}
