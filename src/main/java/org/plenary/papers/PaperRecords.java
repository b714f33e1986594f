package org.plenary.papers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.ReaderTable;
import org.plenary.kernel.Readers;
import org.plenary.search.SearchLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the services of this module share: papers by right, and what follows a change. */
@Component
class PaperRecords {
  private final PaperRepository papers;
  private final SearchLog search;
  private final ReaderTable readers;

  PaperRecords(PaperRepository papers, SearchLog search, JdbcClient jdbc) {
    this.papers = papers;
    this.search = search;
    this.readers = new ReaderTable(jdbc, "paper_reader", "paper_id");
  }

  Paper one(UUID id) {
    return papers.findById(id).orElseThrow(() -> new NotFoundException("paper " + id));
  }

  List<UUID> ids() {
    return papers.ids();
  }

  List<Paper> all(Collection<UUID> ids) {
    return papers.findAllById(ids);
  }

  Optional<Paper> find(UUID id) {
    return papers.findById(id);
  }

  Optional<Paper> find(String reference) {
    return papers.findByReference(reference);
  }

  /** A paper that the actor writes at. */
  Paper editable(Actor actor, UUID id) {
    Paper paper = one(id);
    if (!PaperAccess.mayEdit(actor, paper.facts())) {
      if (PaperAccess.line(paper.facts()).admit(actor)) {
        throw new DomainException("paper.edit.who", paper.reference());
      }
      throw new NotFoundException("paper " + id);
    }
    return paper;
  }

  /** A version that the actor may read; what was not sent yet, its authors alone. */
  Paper.PaperVersion version(Actor actor, Paper paper, int number) {
    return readableVersion(actor, paper, number)
        .flatMap(of -> paper.version(of))
        .orElseThrow(() -> new NotFoundException("version " + number + " of " + paper.id));
  }

  /** The number, if the actor may read the version of this number; there may be no file yet. */
  static Optional<Integer> readableVersion(Actor actor, Paper paper, int number) {
    PaperAccess.Facts facts = paper.facts();
    boolean reads =
        PaperAccess.versions(facts).admit(actor)
            && (number <= paper.sentVersion || PaperAccess.mayEdit(actor, facts));
    return reads ? Optional.of(number) : Optional.empty();
  }

  void add(Paper paper) {
    papers.save(paper);
    changed(paper);
  }

  /** What follows every change, in its transaction: the readers' rows and the search log. */
  void changed(Paper paper) {
    papers.flush();
    readers.write(paper.id, PaperAccess.LINE, PaperAccess.line(paper.facts()));
    readers.write(paper.id, PaperAccess.TEXT, PaperAccess.text(paper.facts()));
    readers.write(paper.id, PaperAccess.NAMES, PaperAccess.names(paper.facts()));
    search.changed(Papers.KIND, paper.id);
  }

  void remove(Paper paper) {
    readers.write(paper.id, PaperAccess.LINE, Readers.NOBODY);
    readers.write(paper.id, PaperAccess.TEXT, Readers.NOBODY);
    readers.write(paper.id, PaperAccess.NAMES, Readers.NOBODY);
    papers.delete(paper);
    papers.flush();
    search.changed(Papers.KIND, paper.id);
  }
}
