package org.plenary.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Cast;
import org.plenary.OnMariaDb;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The order of the desk, and what is put off. */
@OnMariaDb
class DeskTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 5, 4);

  @Autowired JdbcClient jdbc;
  @Autowired Audit audit;
  @Autowired TransactionTemplate transaction;
  @Autowired Cast cast;

  Actor actor;
  Desk desk;

  @BeforeEach
  void desk() {
    actor = cast.actor("steering");
    jdbc.sql("delete from desk_put_off").update();
    List<Task> tasks =
        List.of(
            task("anytime", null),
            task("next month", TODAY.plusDays(30)),
            task("tomorrow", TODAY.plusDays(1)),
            task("late", TODAY.minusDays(2)),
            task("very late", TODAY.minusDays(20)));
    desk =
        new Desk(
            List.of(asking -> asking.equals(actor) ? tasks : List.of()),
            jdbc,
            audit,
            Clock.systemUTC());
  }

  @Test
  void lateComesFirstThenWhatIsSoon() {
    DeskPage page = desk.look(actor, TODAY);
    assertThat(titles(page.late())).containsExactly("very late", "late");
    assertThat(titles(page.soon())).containsExactly("tomorrow");
    assertThat(titles(page.waiting())).containsExactly("next month", "anytime");
    assertThat(page.count()).isEqualTo(5);
  }

  @Test
  void whatIsPutOffComesBackOnItsDayOrWhenItIsLate() {
    putOff("anytime", 10);
    putOff("tomorrow", 10);
    assertThat(titles(desk.look(actor, TODAY).waiting())).containsExactly("next month");
    assertThat(desk.look(actor, TODAY).putOff()).hasSize(2);
    assertThat(titles(desk.look(actor, TODAY.plusDays(1)).soon())).isEmpty();
    assertThat(titles(desk.look(actor, TODAY.plusDays(2)).late())).contains("tomorrow");
    assertThat(titles(desk.look(actor, TODAY.plusDays(10)).waiting())).contains("anytime");
    putOff("anytime", 3);
    assertThat(titles(desk.look(actor, TODAY.plusDays(3)).waiting())).contains("anytime");
    transaction.executeWithoutResult(s -> desk.takeBack(actor, "kind anytime"));
    assertThat(titles(desk.look(actor, TODAY).waiting())).contains("anytime");
  }

  @Test
  void whatIsLateStaysAndNobodyPutsOffWhatIsNotTheirs() {
    assertThatThrownBy(() -> putOff("late", 1)).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> putOff("anytime", 0)).isInstanceOf(DomainException.class);
    assertThatThrownBy(() -> putOff("anytime", 61)).isInstanceOf(DomainException.class);
    Actor other = cast.actor("donor");
    assertThatThrownBy(() -> desk.putOff(other, "kind anytime", TODAY.plusDays(3), TODAY))
        .isInstanceOf(NotFoundException.class);
    putOff("anytime", 10);
    assertThat(desk.look(other, TODAY).putOff()).isEmpty();
    assertThat(desk.look(Actor.PUBLIC, TODAY).count()).isZero();
  }

  private void putOff(String title, int days) {
    transaction.executeWithoutResult(
        status -> desk.putOff(actor, "kind " + title, TODAY.plusDays(days), TODAY));
  }

  private static List<String> titles(List<Task> tasks) {
    return tasks.stream().map(Task::path).toList();
  }

  private static Task task(String title, @Nullable LocalDate due) {
    return new Task("kind", List.of(title), "", title, Instant.EPOCH, due);
  }
}
