package org.plenary.papers;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.files.TextUnit;
import org.plenary.papers.Comparison.Change;
import org.plenary.papers.Comparison.Fate;
import org.plenary.papers.Comparison.Piece;
import org.plenary.papers.Comparison.Place;
import org.plenary.papers.Wording.Word;

/**
 * Compares two texts: first by sentence, then, where sentences differ, by word, so that where one
 * file ends a sentence and the other does not is no change. The work is bounded: long stretches are
 * compared between rows of words that both have, and those that share too little to be worth it are
 * shown as taken out and put in whole.
 */
final class TextDiff {
  /** Steps of the comparison by word, in all. */
  private static final long BUDGET = 150_000_000L;

  /** Sentences, on either side: more are not compared one by one. */
  private static final int MOST_SENTENCES = 40_000;

  /** Stretches up to this are compared word by word at once. */
  private static final long WHOLE = 1_000_000L;

  /** Words in a row that are taken for a place both texts have. */
  private static final int ROW = 4;

  /** Changes with fewer equal words between are one. */
  private static final int NEAR = 6;

  /** Words shown around a change. */
  private static final int CONTEXT = 14;

  private final Wording was;
  private final Wording now;

  /** For each word of the version before, its fellow in the new one; -1 where it is gone. */
  private final int[] fellows;

  private long budget = BUDGET;

  private TextDiff(Wording was, Wording now) {
    this.was = was;
    this.now = now;
    fellows = new int[was.words().size()];
    Arrays.fill(fellows, -1);
  }

  static Comparison of(List<TextUnit> before, List<TextUnit> after) {
    TextDiff diff = new TextDiff(Wording.of(before), Wording.of(after));
    diff.match();
    return diff.comparison();
  }

  /** A row of words, from the first to before the last. */
  private record Stretch(int from, int to) {
    int size() {
      return to - from;
    }
  }

  private void match() {
    List<Stretch> old = sentences(was);
    List<Stretch> fresh = sentences(now);
    if (Math.max(old.size(), fresh.size()) > MOST_SENTENCES) {
      return;
    }
    int o = 0;
    int f = 0;
    for (Gap gap : gaps(keys(was, old), keys(now, fresh))) {
      for (; o < gap.was.from; o++, f++) {
        pair(old.get(o), fresh.get(f));
      }
      int oldEnd = gap.was.to;
      int newEnd = gap.now.to;
      words(span(old, o, oldEnd, was), span(fresh, f, newEnd, now));
      o = oldEnd;
      f = newEnd;
    }
    for (; o < old.size(); o++, f++) {
      pair(old.get(o), fresh.get(f));
    }
  }

  private void pair(Stretch a, Stretch b) {
    for (int i = 0; i < a.size(); i++) {
      fellows[a.from + i] = b.from + i;
    }
  }

  /** Compares two stretches by word; long ones in parts, between rows of words found in both. */
  private void words(Stretch a, Stretch b) {
    if ((long) a.size() * b.size() <= WHOLE) {
      byWord(a, b);
      return;
    }
    Stretch restA = a;
    Stretch restB = b;
    for (int[] anchor : anchors(a, b)) {
      if (anchor[0] >= restA.from && anchor[1] >= restB.from) {
        byWord(new Stretch(restA.from, anchor[0]), new Stretch(restB.from, anchor[1]));
        pair(new Stretch(anchor[0], anchor[0] + ROW), new Stretch(anchor[1], anchor[1] + ROW));
        restA = new Stretch(anchor[0] + ROW, a.to);
        restB = new Stretch(anchor[1] + ROW, b.to);
      }
    }
    byWord(restA, restB);
  }

  /**
   * Where rows of words stand that each side has once, in the order of both: the longest rising row
   * of their places.
   */
  private List<int[]> anchors(Stretch a, Stretch b) {
    Map<String, Integer> ofA = rows(was, a);
    Map<String, Integer> ofB = rows(now, b);
    List<int[]> pairs = new ArrayList<>();
    ofA.forEach(
        (row, at) -> {
          Integer fellow = ofB.get(row);
          if (at >= 0 && fellow != null && fellow >= 0) {
            pairs.add(new int[] {at, fellow});
          }
        });
    pairs.sort(Comparator.comparingInt(pair -> pair[0]));
    int[] tails = new int[pairs.size()];
    int[] before = new int[pairs.size()];
    int length = 0;
    for (int p = 0; p < pairs.size(); p++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) / 2;
        if (pairs.get(tails[middle])[1] < pairs.get(p)[1]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[p] = low == 0 ? -1 : tails[low - 1];
      tails[low] = p;
      length = Math.max(length, low + 1);
    }
    List<int[]> rising = new ArrayList<>();
    for (int p = length == 0 ? -1 : tails[length - 1]; p >= 0; p = before[p]) {
      rising.add(pairs.get(p));
    }
    return rising.reversed();
  }

  /** Rows of words with where each begins; -1 for one that comes twice. */
  private static Map<String, Integer> rows(Wording of, Stretch in) {
    Map<String, Integer> rows = new HashMap<>();
    for (int i = in.from; i + ROW <= in.to; i++) {
      String row = String.join(" ", keys(of, new Stretch(i, i + ROW)));
      rows.merge(row, i, (once, twice) -> -1);
    }
    return rows;
  }

  private void byWord(Stretch a, Stretch b) {
    long cost = (long) a.size() * b.size();
    if (a.size() == 0 || b.size() == 0 || cost > budget) {
      return;
    }
    budget -= cost;
    int i = a.from;
    int j = b.from;
    for (Gap gap : gaps(keys(was, a), keys(now, b))) {
      for (; i < a.from + gap.was.from; i++, j++) {
        fellows[i] = j;
      }
      i = a.from + gap.was.to;
      j = b.from + gap.now.to;
    }
    for (; i < a.to; i++, j++) {
      fellows[i] = j;
    }
  }

  /** Where the two differ: what went beside what came. */
  private record Gap(Stretch was, Stretch now) {}

  /** What stands on one side only cannot be matched, and is left out of the search. */
  private static List<Gap> gaps(List<String> a, List<String> b) {
    Map<String, Integer> known = new HashMap<>();
    b.forEach(key -> known.putIfAbsent(key, known.size()));
    Set<String> both = new HashSet<>(a);
    both.retainAll(known.keySet());
    int[] placesA = places(a, both);
    int[] placesB = places(b, both);
    List<Integer> idsA = Arrays.stream(placesA).mapToObj(i -> known.get(a.get(i))).toList();
    List<Integer> idsB = Arrays.stream(placesB).mapToObj(i -> known.get(b.get(i))).toList();
    List<Gap> gaps = new ArrayList<>();
    int endA = 0;
    int endB = 0;
    int i = 0;
    int j = 0;
    for (AbstractDelta<Integer> delta :
        DiffUtils.diff(idsA, idsB, new MyersDiffWithLinearSpace<>()).getDeltas()) {
      for (; i < delta.getSource().getPosition(); i++, j++) {
        gap(gaps, endA, placesA[i], endB, placesB[j]);
        endA = placesA[i] + 1;
        endB = placesB[j] + 1;
      }
      i += delta.getSource().size();
      j += delta.getTarget().size();
    }
    for (; i < placesA.length; i++, j++) {
      gap(gaps, endA, placesA[i], endB, placesB[j]);
      endA = placesA[i] + 1;
      endB = placesB[j] + 1;
    }
    gap(gaps, endA, a.size(), endB, b.size());
    return gaps;
  }

  private static void gap(List<Gap> gaps, int fromA, int toA, int fromB, int toB) {
    if (fromA < toA || fromB < toB) {
      gaps.add(new Gap(new Stretch(fromA, toA), new Stretch(fromB, toB)));
    }
  }

  private static int[] places(List<String> of, Set<String> both) {
    return IntStream.range(0, of.size()).filter(i -> both.contains(of.get(i))).toArray();
  }

  private static Stretch span(List<Stretch> of, int from, int to, Wording in) {
    if (from < to) {
      return new Stretch(of.get(from).from, of.get(to - 1).to);
    }
    int at = from < of.size() ? of.get(from).from : in.words().size();
    return new Stretch(at, at);
  }

  private static List<Stretch> sentences(Wording of) {
    List<Stretch> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < of.words().size(); i++) {
      if (of.ends().contains(i) || i == of.words().size() - 1) {
        sentences.add(new Stretch(from, i + 1));
        from = i + 1;
      }
    }
    return sentences;
  }

  private static List<String> keys(Wording of, List<Stretch> sentences) {
    return sentences.stream().map(s -> String.join(" ", keys(of, s))).toList();
  }

  private static List<String> keys(Wording of, Stretch stretch) {
    return of.words().subList(stretch.from, stretch.to).stream().map(Word::key).toList();
  }

  /** A run of equal words, or of words that went and came. */
  private record Run(boolean same, Stretch was, Stretch now) {}

  private Comparison comparison() {
    List<Run> runs = joined(runs());
    List<Change> changes = new ArrayList<>();
    int[] changeOf = new int[fellows.length];
    Arrays.fill(changeOf, -1);
    int hidden = 0;
    int added = 0;
    int removed = 0;
    int same = 0;
    for (int r = 0; r < runs.size(); r++) {
      Run run = runs.get(r);
      if (run.same) {
        same += run.was.size();
        hidden += run.was.size();
        continue;
      }
      Run before = r > 0 ? runs.get(r - 1) : null;
      Run after = r + 1 < runs.size() ? runs.get(r + 1) : null;
      List<Piece> pieces = new ArrayList<>();
      int lead = before == null ? 0 : Math.min(CONTEXT, before.now.size());
      piece(pieces, Fate.SAME, now, new Stretch(run.now.from - lead, run.now.from));
      for (Run part : inner(run)) {
        if (part.same) {
          piece(pieces, Fate.SAME, now, part.now);
          same += part.now.size();
        } else {
          piece(pieces, Fate.REMOVED, was, part.was);
          piece(pieces, Fate.ADDED, now, part.now);
          removed += part.was.size();
          added += part.now.size();
        }
      }
      int trail = after == null ? 0 : Math.min(CONTEXT, after.now.size());
      piece(pieces, Fate.SAME, now, new Stretch(run.now.to, run.now.to + trail));
      // A change that only puts words in touches the words on both sides of it.
      int touchedFrom = run.was.size() == 0 ? Math.max(0, run.was.from - 1) : run.was.from;
      int touchedTo = run.was.size() == 0 ? Math.min(fellows.length, run.was.to + 1) : run.was.to;
      Arrays.fill(changeOf, touchedFrom, touchedTo, changes.size());
      changes.add(
          new Change(
              place(was, run.was.from),
              place(now, run.now.from),
              Math.max(0, hidden - lead),
              pieces));
      hidden = -trail;
    }
    return new Comparison(changes, added, removed, same, Math.max(0, hidden), squeezed(changeOf));
  }

  private Comparison.Was squeezed(int[] changeOf) {
    StringBuilder all = new StringBuilder();
    int[] starts = new int[was.words().size()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = all.length();
      all.append(was.words().get(i).key().toLowerCase(java.util.Locale.ROOT));
    }
    return new Comparison.Was(all.toString(), starts, changeOf);
  }

  /** The whole of both texts as runs that are equal and runs that are not, in turn. */
  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    int i = 0;
    int j = 0;
    int all = now.words().size();
    while (i < fellows.length || j < all) {
      int fromI = i;
      int fromJ = j;
      while (i < fellows.length && fellows[i] == j) {
        i++;
        j++;
      }
      if (i > fromI) {
        runs.add(new Run(true, new Stretch(fromI, i), new Stretch(fromJ, j)));
        continue;
      }
      while (i < fellows.length && fellows[i] < 0) {
        i++;
      }
      j = i < fellows.length ? fellows[i] : all;
      runs.add(new Run(false, new Stretch(fromI, i), new Stretch(fromJ, j)));
    }
    return runs;
  }

  /** Changes that are near to one another become one, with what stands between. */
  private static List<Run> joined(List<Run> runs) {
    List<Run> joined = new ArrayList<>();
    for (int r = 0; r < runs.size(); r++) {
      Run run = runs.get(r);
      boolean between = r > 0 && r < runs.size() - 1 && run.same && run.was.size() <= NEAR;
      Run last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && !last.same && (between || !run.same)) {
        joined.set(
            joined.size() - 1,
            new Run(
                false,
                new Stretch(last.was.from, run.was.to),
                new Stretch(last.now.from, run.now.to)));
      } else {
        joined.add(run);
      }
    }
    return joined;
  }

  /** The parts of a joined change; one equal word between two changes is changed with them. */
  private List<Run> inner(Run of) {
    List<Run> parts = new ArrayList<>();
    int i = of.was.from;
    int j = of.now.from;
    while (i < of.was.to || j < of.now.to) {
      int fromI = i;
      int fromJ = j;
      while (i < of.was.to && fellows[i] == j) {
        i++;
        j++;
      }
      boolean same = i - fromI > 1 || (i > fromI && parts.isEmpty());
      if (i > fromI && same) {
        parts.add(new Run(true, new Stretch(fromI, i), new Stretch(fromJ, j)));
        continue;
      }
      while (i < of.was.to && fellows[i] < 0) {
        i++;
      }
      j = i < of.was.to ? fellows[i] : of.now.to;
      Run last = parts.isEmpty() ? null : parts.getLast();
      if (last != null && !last.same) {
        parts.set(
            parts.size() - 1,
            new Run(false, new Stretch(last.was.from, i), new Stretch(last.now.from, j)));
      } else {
        parts.add(new Run(false, new Stretch(fromI, i), new Stretch(fromJ, j)));
      }
    }
    return parts;
  }

  private static void piece(List<Piece> pieces, Fate fate, Wording of, Stretch stretch) {
    if (stretch.size() > 0) {
      pieces.add(
          new Piece(
              fate,
              of.words().subList(stretch.from, stretch.to).stream()
                  .map(Word::text)
                  .collect(Collectors.joining(" "))));
    }
  }

  private static @Nullable Place place(Wording of, int word) {
    List<Word> words = of.words();
    return words.isEmpty() ? null : words.get(Math.min(word, words.size() - 1)).place();
  }
}
