package org.plenary.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.plenary.Cast;
import org.plenary.MovedClock;
import org.plenary.OnMariaDb;
import org.plenary.Statements;
import org.plenary.access.Invocations.Invocation;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every service method called as every role, held against a file that people review. The file is
 * never written here; what is in truth is written beside it, to begin new rows from.
 */
@OnMariaDb
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
  private static final String FILE = "/access-matrix.txt";
  private static final Path IN_TRUTH = Path.of("target", "access-matrix.txt");

  @Autowired ApplicationContext context;
  @Autowired TransactionTemplate transaction;

  private final World world = new World();
  private final Invocations invocations = new Invocations();
  private Matrix matrix;
  private Discovery discovery;

  @BeforeAll
  void read() throws IOException {
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(FILE))) {
      matrix = Matrix.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), Role.columns());
    }
    discovery = new Discovery(context, Cast.class, Statements.class, MovedClock.class);
    PaperInvocations.in(invocations);
    ReviewInvocations.in(invocations);
    BriefInvocations.in(invocations);
    PeopleInvocations.in(invocations);
    OtherInvocations.in(invocations);
  }

  @Test
  void everyServiceMethodHasItsRow() {
    assertThat(matrix.strangers(methods()))
        .as("a new method needs a row in src/test/resources" + FILE)
        .isEmpty();
    assertThat(matrix.unexplained()).isEmpty();
  }

  /**
   * Who is not told who asks can keep nothing from anyone: open to everyone, or a part of what
   * others do. Nothing that writes is open.
   */
  @Test
  void whatTakesNoActorSaysWhy() {
    for (String name : discovery.withoutActor().keySet()) {
      Matrix.Row row = matrix.rows().get(name);
      assertThat(row).as(name).isNotNull();
      assertThat(row.note()).as(name).startsWith(writes(name) ? Matrix.INTERNAL : "");
      assertThat(row.isUncalled()).as(name).isTrue();
    }
  }

  private boolean writes(String name) {
    return discovery.writing().contains(name);
  }

  @Test
  void everyCellIsAsReviewed() throws IOException {
    context.getAutowireCapableBeanFactory().autowireBean(world);
    world.build();
    Map<String, List<String>> seen = new LinkedHashMap<>();
    invocations
        .all()
        .forEach(
            (name, invocation) -> {
              Discovery.Found found = discovery.withActor().get(Matrix.method(name));
              if (found != null) {
                List<String> cells = new ArrayList<>();
                for (Role role : Role.values()) {
                  cells.add(cell(found, invocation, world.as(role)));
                }
                seen.put(name, cells);
              }
            });
    Files.createDirectories(IN_TRUTH.getParent());
    Files.writeString(IN_TRUTH, matrix.written(seen, methods()));
    assertThat(matrix.differences(seen))
        .as("in truth it is as in " + IN_TRUTH + "; which of the two is right?")
        .isEmpty();
  }

  private TreeSet<String> methods() {
    TreeSet<String> all = new TreeSet<>(discovery.withActor().keySet());
    all.addAll(discovery.withoutActor().keySet());
    return all;
  }

  /**
   * What became of the call, and whether it tells by its kind of answer that something is there:
   * hidden is answered as absent is, and a refusal either tells no more than that (never) or goes
   * to who may know of the subject (no).
   */
  private String cell(Discovery.Found found, Invocation invocation, Actor actor) {
    List<@Nullable Object> asked = new ArrayList<>();
    String outcome = outcome(found, invocation, actor, false, asked);
    if (!List.of("hidden", "empty", "no").contains(outcome)) {
      return outcome;
    }
    if (asked.stream().noneMatch(Invocations.Subject.class::isInstance)) {
      return outcome.equals("no") ? "never" : outcome;
    }
    String absent = outcome(found, invocation, actor, true, asked);
    if (outcome.equals("no")) {
      return absent.equals("no") ? "never" : "no";
    }
    return absent.equals(outcome) ? outcome : outcome + "/" + absent;
  }

  private String outcome(
      Discovery.Found found,
      Invocation invocation,
      Actor actor,
      boolean absent,
      List<@Nullable Object> asked) {
    for (int attempt = 1; ; attempt++) {
      try {
        return Objects.requireNonNull(
            transaction.execute(
                status -> {
                  status.setRollbackOnly();
                  return once(found, invocation, actor, absent, asked);
                }));
      } catch (PessimisticLockingFailureException e) {
        // The program's own work may hold a row for a moment.
        if (attempt == 3) {
          throw e;
        }
      }
    }
  }

  private String once(
      Discovery.Found found,
      Invocation invocation,
      Actor actor,
      boolean absent,
      List<@Nullable Object> asked) {
    invocation.prepare(world);
    asked.clear();
    asked.addAll(invocation.arguments(world));
    List<@Nullable Object> arguments = new ArrayList<>();
    arguments.add(actor);
    for (Object argument : asked) {
      arguments.add(
          argument instanceof Invocations.Subject subject
              ? absent ? subject.absent() : subject.value()
              : argument);
    }
    try {
      Method method = found.method();
      method.setAccessible(true);
      return invocation.read(world, actor, method.invoke(found.bean(), arguments.toArray()));
    } catch (InvocationTargetException e) {
      return switch (e.getCause()) {
        case NotFoundException hidden -> "hidden";
        case DomainException refused -> "no";
        case PessimisticLockingFailureException again -> throw again;
        default -> fault(found, e.getCause());
      };
    } catch (IllegalAccessException | RuntimeException e) {
      return fault(found, e);
    }
  }

  private static String fault(Discovery.Found found, @Nullable Throwable fault) {
    System.out.println(found.method().getName() + ": " + fault);
    return String.valueOf(fault == null ? null : fault.getClass().getSimpleName());
  }
}
