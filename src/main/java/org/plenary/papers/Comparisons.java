package org.plenary.papers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.plenary.files.FileTexts;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.springframework.stereotype.Service;

/**
 * Compares the texts of two versions of a paper, for who may read both. Versions do not change, so
 * what was compared lately is kept; two are compared at a time and the others wait. Thread-safe.
 */
@Service
public class Comparisons {
  private static final int KEPT = 16;
  private final Papers papers;
  private final FileTexts texts;
  private final Semaphore turns = new Semaphore(2);
  private final Executor work = task -> Thread.ofVirtual().start(task);

  private final Map<List<String>, CompletableFuture<Comparison>> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(KEPT, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(
                Map.Entry<List<String>, CompletableFuture<Comparison>> eldest) {
              return size() > KEPT;
            }
          });

  Comparisons(Papers papers, FileTexts texts) {
    this.papers = papers;
    this.texts = texts;
  }

  /**
   * What changed from one version to another. Whether the actor may know is said at once; the
   * comparison itself may take seconds and comes when it is done.
   *
   * @throws NotFoundException if there is no such version for the actor
   */
  public CompletableFuture<Comparison> of(Actor actor, UUID paper, int from, int to) {
    String before = papers.fileOf(actor, paper, from);
    String after = papers.fileOf(actor, paper, to);
    List<String> key = List.of(before, after);
    return kept.compute(
        key,
        (pair, earlier) ->
            earlier == null || earlier.isCompletedExceptionally() ? start(before, after) : earlier);
  }

  private CompletableFuture<Comparison> start(String before, String after) {
    return CompletableFuture.supplyAsync(
        () -> {
          turns.acquireUninterruptibly();
          try {
            return TextDiff.of(texts.of(before), texts.of(after));
          } finally {
            turns.release();
          }
        },
        work);
  }
}
