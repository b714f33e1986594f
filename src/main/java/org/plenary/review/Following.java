package org.plenary.review;

import org.plenary.kernel.Actor;
import org.plenary.papers.PaperPublished;
import org.plenary.papers.PaperSubmitted;
import org.plenary.papers.PaperWithdrawn;
import org.plenary.papers.Papers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * What follows from a fact, each in a transaction of its own and again after a crash. Both steps
 * look at what is, not at what the event said, so that twice or out of order does no harm.
 */
@Component
class Following {
  private final Cases cases;
  private final Papers papers;

  Following(Cases cases, Papers papers) {
    this.cases = cases;
    this.papers = papers;
  }

  @TransactionalEventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void openCase(PaperSubmitted event) {
    cases.open(Actor.SYSTEM, event.paper());
  }

  @TransactionalEventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void closeCase(PaperWithdrawn event) {
    cases.close(Actor.SYSTEM, event.paper());
  }

  @TransactionalEventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void tellAuthors(PaperPublished event) {
    cases.tellPublished(Actor.SYSTEM, event.paper());
  }

  @TransactionalEventListener
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  void followCase(CaseMoved event) {
    cases
        .state(event.paper())
        .ifPresent(state -> papers.follow(Actor.SYSTEM, event.paper(), state.paper()));
  }
}
