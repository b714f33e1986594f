package org.plenary.papers;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.plenary.files.TextUnit;

/**
 * What changed in the text from one version to another, by word.
 *
 * @param changes in reading order, each with some words around it
 * @param added how many words came in
 * @param removed how many went
 * @param same how many stayed
 * @param sameAfter how many stayed behind the last change shown
 */
public record Comparison(
    List<Change> changes, int added, int removed, int same, int sameAfter, Was was) {

  /** What became of a stretch of words. */
  public enum Fate {
    SAME,
    ADDED,
    REMOVED
  }

  /** A stretch of words with one fate. */
  public record Piece(Fate fate, String text) {}

  /** Where in a version: the page of a PDF or the paragraph of a DOCX. */
  public record Place(TextUnit.Kind kind, int number) {}

  /**
   * One change with the words around it.
   *
   * @param was where it stood; null where the version before has no text
   * @param now where it stands
   * @param sameBefore how many words stayed the same between the change before and this one, and
   *     are not shown
   */
  public record Change(
      @Nullable Place was, @Nullable Place now, int sameBefore, List<Piece> pieces) {}

  /** What became of a passage of the version before. */
  public enum Found {
    NOT_FOUND,
    UNCHANGED,
    CHANGED
  }

  /** Whether a passage of the version before is still as it was. */
  public Found found(String passage) {
    return was.places(passage)
        .map(place -> changeAt(place).isPresent() ? Found.CHANGED : Found.UNCHANGED)
        .orElse(Found.NOT_FOUND);
  }

  /** The number of the change, from 0, that touches a passage of the version before. */
  public OptionalInt changeAt(String passage) {
    return was.places(passage).map(this::changeAt).orElse(OptionalInt.empty());
  }

  private OptionalInt changeAt(Was.Stretch stretch) {
    for (int word = stretch.first(); word <= stretch.last(); word++) {
      int change = was.changeOf()[word];
      if (change >= 0 && change < changes.size()) {
        return OptionalInt.of(change);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * The words of the version before, to find a passage in.
   *
   * @param squeezed all of them without spaces
   * @param starts where in it each word begins
   * @param changeOf the number of the change that touches each word; -1 for none
   */
  record Was(String squeezed, int[] starts, int[] changeOf) {
    /** A row of words, both ends included. */
    record Stretch(int first, int last) {}

    java.util.Optional<Stretch> places(String passage) {
      String wanted = Wording.squeezed(passage);
      int at = wanted.isEmpty() ? -1 : squeezed.indexOf(wanted);
      if (at < 0) {
        return java.util.Optional.empty();
      }
      return java.util.Optional.of(new Stretch(wordAt(at), wordAt(at + wanted.length() - 1)));
    }

    private int wordAt(int offset) {
      int found = java.util.Arrays.binarySearch(starts, offset);
      return found >= 0 ? found : -found - 2;
    }
  }
}
