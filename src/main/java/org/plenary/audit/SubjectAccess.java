package org.plenary.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may read the trace of a module's records. Each module answers for its own kinds; what nobody
 * answers for is shown to nobody. The answers are conditions in SQL, for the trace is filtered,
 * counted and paged where it is read.
 */
public interface SubjectAccess {

  /** The kinds of subject this module writes lines of. */
  List<Subject> subjects();

  /**
   * How lines of one kind are read. In all conditions the line is {@code l}; {@code :terms} are the
   * reader's terms and {@code :me} is their id in 16 bytes.
   *
   * @param kind as it stands in {@code subject_kind}
   * @param readable a condition: whether the actor may know of the line
   * @param detailed a condition: whether they may read its detail too
   * @param name a scalar expression: what the record is called
   * @param path where it is read, in front of the name, from the root of the workspace; null for
   *     what has no page
   */
  record Subject(
      String kind, String readable, String detailed, String name, @Nullable String path) {}
}
