package org.plenary.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Actor;

/** With what each method is called, on a subject with which whoever may succeeds. */
final class Invocations {
  /** What the call is about: where it is hidden, asking for what is not there sounds the same. */
  record Subject(Object value) {
    Object absent() {
      return switch (value) {
        case UUID id -> UUID.randomUUID();
        case String name -> "absent-" + UUID.randomUUID();
        case Collection<?> ids -> List.of(UUID.randomUUID());
        default -> throw new IllegalStateException("no absent " + value.getClass());
      };
    }
  }

  /** Who asked in what world. */
  record Asked(World world, Actor actor) {}

  /** Says in a word what an answer tells. */
  interface Reading {
    String of(Asked asked, @Nullable Object answer);
  }

  /** How one method is called. */
  static final class Invocation {
    private final Function<World, List<@Nullable Object>> arguments;
    private Consumer<World> before = world -> {};
    private Reading reading = (asked, answer) -> usual(answer);

    private Invocation(Function<World, List<@Nullable Object>> arguments) {
      this.arguments = arguments;
    }

    /** What is done first, and undone with the call. */
    Invocation after(Consumer<World> step) {
      before = step;
      return this;
    }

    /** What the answer is in a word. */
    Invocation says(Reading read) {
      reading = read;
      return this;
    }

    /** Any answer is a deed that was done, an empty one too. */
    Invocation done() {
      return says((asked, answer) -> "yes");
    }

    /** Yes if the answer is a list or set with this in it, else empty. */
    Invocation sees(Function<World, Predicate<Object>> subject) {
      return says(
          (asked, answer) ->
              answer instanceof Collection<?> all
                      && all.stream().anyMatch(subject.apply(asked.world())::test)
                  ? "yes"
                  : "empty");
    }

    void prepare(World world) {
      before.accept(world);
    }

    List<@Nullable Object> arguments(World world) {
      return arguments.apply(world);
    }

    String read(World world, Actor actor, @Nullable Object answer) {
      return reading.of(new Asked(world, actor), answer);
    }
  }

  private final Map<String, Invocation> invocations = new LinkedHashMap<>();

  Map<String, Invocation> all() {
    return invocations;
  }

  /** How the method of this name is called; a state behind an @ makes another row of it. */
  Invocation on(String method, Function<World, List<@Nullable Object>> arguments) {
    Invocation invocation = new Invocation(arguments);
    if (invocations.put(method, invocation) != null) {
      throw new IllegalStateException(method + " is called twice in the same state");
    }
    return invocation;
  }

  /** Arguments behind the actor. */
  static List<@Nullable Object> with(@Nullable Object... arguments) {
    return new ArrayList<>(Arrays.asList(arguments));
  }

  /** The argument that says what the call is about. */
  static Subject the(Object value) {
    return new Subject(value);
  }

  private static String usual(@Nullable Object answer) {
    boolean nothing =
        switch (answer) {
          case null -> false;
          case Optional<?> some -> some.isEmpty();
          case Collection<?> all -> all.isEmpty();
          case Map<?, ?> all -> all.isEmpty();
          case Boolean so -> !so;
          default -> false;
        };
    return nothing ? "empty" : "yes";
  }
}
