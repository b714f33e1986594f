package org.plenary.review;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.Uuids;
import org.plenary.review.CaseFiles.File;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The look at a paper before reviewers are asked; authors never read it. Thread-safe. */
@Service
public class DeskChecks {
  private final DeskFindingRepository findings;
  private final CaseFiles files;
  private final Audit audit;
  private final Clock clock;

  DeskChecks(DeskFindingRepository findings, CaseFiles files, Audit audit, Clock clock) {
    this.findings = findings;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /** The check as far as it was made; empty for who may not read it. */
  @Transactional(readOnly = true)
  public Optional<DeskCheck> of(Actor actor, UUID id) {
    return files
        .find(id)
        .filter(file -> ReviewAccess.mayReadReviews(actor, file.facts()))
        .map(
            file ->
                new DeskCheck(
                    lines(id),
                    file.of().state == CaseState.DESK
                        && ReviewAccess.mayHandle(actor, file.facts())));
  }

  /**
   * Records what is found on a point, as far as it is written; for who handles the case, while it
   * is at the desk.
   *
   * @param seen the revision that was on the screen
   * @return the revision now
   */
  @Transactional
  public long record(
      Actor actor, UUID id, DeskPoint point, @Nullable Verdict verdict, String note, long seen) {
    File file = files.handled(actor, id);
    if (file.of().state != CaseState.DESK) {
      throw new DomainException("review.check.state", file.of().reference);
    }
    DeskFinding finding =
        findings
            .findByCaseIdAndPoint(id, point)
            .orElseGet(() -> new DeskFinding(Uuids.v7(clock.instant()), id, point));
    Revisions.same(seen, finding.revision == null ? Revisions.NONE : finding.revision);
    finding.verdict = verdict;
    finding.note = Lengths.atMost(Lengths.NOTE, note.strip());
    finding.checkedBy = actor.id();
    finding.checkedAt = clock.instant();
    audit.record(
        actor, "case.checked", Cases.KIND, id, point + (verdict == null ? "" : " " + verdict));
    return findings.saveAndFlush(finding).revision;
  }

  boolean isComplete(UUID id) {
    return lines(id).stream().allMatch(DeskCheck.Line::isDone);
  }

  private List<DeskCheck.Line> lines(UUID id) {
    Map<DeskPoint, DeskFinding> made =
        findings.findByCaseId(id).stream()
            .collect(Collectors.toMap(finding -> finding.point, Function.identity()));
    return Stream.of(DeskPoint.values())
        .map(
            point -> {
              DeskFinding finding = made.get(point);
              return finding == null
                  ? new DeskCheck.Line(point, null, "", Revisions.NONE)
                  : new DeskCheck.Line(point, finding.verdict, finding.note, finding.revision);
            })
        .toList();
  }
}
