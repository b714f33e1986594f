package org.plenary.review;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The desk check of a case as far as it was made; for those alone who may read reviews.
 *
 * @param lines one for each point, in their order
 * @param writable whether the actor it was made for may still change it
 */
public record DeskCheck(List<Line> lines, boolean writable) {

  /**
   * One point.
   *
   * @param verdict null as long as nobody looked
   * @param revision what recording it must be told
   */
  public record Line(DeskPoint point, @Nullable Verdict verdict, String note, long revision) {
    /** Whether the point was looked at; a concern is one once it is said what it is. */
    public boolean isDone() {
      return verdict == Verdict.PASS || (verdict == Verdict.CONCERN && !note.isBlank());
    }
  }

  public boolean isComplete() {
    return done() == lines.size();
  }

  public int done() {
    return (int) lines.stream().filter(Line::isDone).count();
  }

  public int concerns() {
    return (int) lines.stream().filter(line -> line.verdict() == Verdict.CONCERN).count();
  }
}
