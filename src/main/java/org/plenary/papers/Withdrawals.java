package org.plenary.papers;

import java.time.Clock;
import java.util.UUID;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Taking a paper back. Thread-safe. */
@Service
public class Withdrawals {
  public static final int LONGEST_REASON = 2_000;

  private final PaperRecords records;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Withdrawals(PaperRecords records, Audit audit, ApplicationEventPublisher events, Clock clock) {
    this.records = records;
    this.audit = audit;
    this.events = events;
    this.clock = clock;
  }

  /** An author takes the paper back before it is published; the case of its review closes. */
  @Transactional
  public void withdraw(Actor actor, UUID id, String reason) {
    Paper paper = records.editable(actor, id);
    String said = reason.strip();
    if (said.isEmpty()) {
      throw new DomainException("paper.withdraw.reason");
    }
    if (said.length() > LONGEST_REASON) {
      throw new DomainException("form.long", LONGEST_REASON, said.length());
    }
    paper.withdraw(said, clock.instant());
    records.changed(paper);
    audit.record(actor, "paper.withdrawn", Papers.KIND, id, said);
    events.publishEvent(new PaperWithdrawn(id));
  }
}
