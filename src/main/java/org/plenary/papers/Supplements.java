package org.plenary.papers;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.plenary.audit.Audit;
import org.plenary.files.FileStore;
import org.plenary.files.Renditions;
import org.plenary.files.StoredFile;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Revisions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The further files of a version: data, tables, an annex. Whoever may read the version may read
 * them, under names that tell nothing; who gets a clean rendition of the version gets one of these
 * too. An archive has none, so who may not know the authors is not given it. Thread-safe.
 */
@Service
public class Supplements {
  public static final int LONGEST_LABEL = 300;

  private final PaperRecords records;
  private final FileStore files;
  private final Renditions renditions;
  private final Audit audit;
  private final Clock clock;

  Supplements(
      PaperRecords records, FileStore files, Renditions renditions, Audit audit, Clock clock) {
    this.records = records;
    this.files = files;
    this.renditions = renditions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Takes a file in that is to go with a version.
   *
   * @throws DomainException if it is none of PDF, DOCX, XLSX, CSV and ZIP, or too large
   */
  public StoredFile take(Actor actor, InputStream content) {
    if (!PaperAccess.mayStart(actor)) {
      throw new DomainException("paper.start.who");
    }
    StoredFile file = files.putSupplement(content);
    if (Renditions.has(file)) {
      renditions.of(file);
    }
    return file;
  }

  /**
   * Adds a file to the version that is not sent yet.
   *
   * @param seen the revision that was on the screen
   * @return the revision now
   */
  @Transactional
  public long add(Actor actor, UUID paper, StoredFile file, String fileName, long seen) {
    Paper of = seen(actor, paper, seen);
    String name = Papers.fileName(fileName);
    int number = of.addSupplement(file.sha256(), "", name, clock.instant());
    records.changed(of);
    audit.record(actor, "paper.supplement.added", Papers.KIND, paper, number + " " + file.sha256());
    return of.revision;
  }

  /** Says what a further file is. */
  @Transactional
  public long label(Actor actor, UUID paper, int number, String label, long seen) {
    if (label.length() > LONGEST_LABEL) {
      throw new DomainException("form.long", LONGEST_LABEL, label.length());
    }
    Paper of = seen(actor, paper, seen);
    unsent(of, number).label = label;
    records.changed(of);
    audit.record(actor, "paper.supplement.labelled", Papers.KIND, paper, String.valueOf(number));
    return of.revision;
  }

  /** Takes a further file off the version that is not sent yet. */
  @Transactional
  public long remove(Actor actor, UUID paper, int number, long seen) {
    Paper of = seen(actor, paper, seen);
    of.supplements.remove(unsent(of, number));
    records.changed(of);
    audit.record(actor, "paper.supplement.removed", Papers.KIND, paper, String.valueOf(number));
    return of.revision;
  }

  /** Those of the version that is not sent yet, for its authors. */
  @Transactional(readOnly = true)
  public List<SupplementLine> unsent(Actor actor, UUID paper) {
    return unsent(records.editable(actor, paper));
  }

  List<SupplementLine> unsent(Paper paper) {
    return paper.supplements(paper.nextVersion()).stream()
        .map(s -> new SupplementLine(s.number, s.label, format(s.sha256), s.fileName))
        .toList();
  }

  /** Those of a version that the actor may read. */
  @Transactional(readOnly = true)
  public List<SupplementLine> of(Actor actor, UUID paper, int version) {
    Paper of = records.one(paper);
    return PaperRecords.readableVersion(actor, of, version)
        .map(number -> lines(actor, of, number))
        .orElseThrow(() -> new NotFoundException("version " + version + " of " + paper));
  }

  /** One of them, for who may read its version; under a name that tells nothing. */
  @Transactional(readOnly = true)
  public PaperFile file(Actor actor, UUID paper, int version, int number) {
    Paper of = records.one(paper);
    return PaperRecords.readableVersion(actor, of, version)
        .flatMap(readable -> find(actor, of, version, number))
        .orElseThrow(() -> new NotFoundException("supplement " + number + " of " + paper));
  }

  /** One of those of a published paper's published version. */
  @Transactional(readOnly = true)
  public Optional<PaperFile> published(Actor actor, String reference, int number) {
    return records
        .find(reference)
        .filter(paper -> paper.state == PaperState.PUBLISHED && paper.publishedVersion != null)
        .flatMap(paper -> find(Actor.PUBLIC, paper, paper.publishedVersion, number));
  }

  private Optional<PaperFile> find(Actor actor, Paper paper, int version, int number) {
    return shown(actor, paper, version)
        .filter(supplement -> supplement.number == number)
        .findFirst()
        .flatMap(supplement -> files.find(supplement.sha256))
        .map(
            file ->
                PaperAccess.mayReadOriginal(actor, paper.facts()) || !Renditions.has(file)
                    ? file
                    : renditions.of(file))
        .map(
            file ->
                new PaperFile(
                    files.path(file),
                    file.mediaType(),
                    (paper.reference == null ? "draft" : paper.reference)
                        + "-v"
                        + version
                        + "-supplement-"
                        + number
                        + "."
                        + file.extension()));
  }

  /** Those that the actor is given, of a version that they may read. */
  private Stream<Supplement> shown(Actor actor, Paper paper, int version) {
    boolean named = PaperAccess.names(paper.facts()).admit(actor);
    return paper.supplements(version).stream()
        .filter(
            supplement ->
                named || !Renditions.isSealed(files.find(supplement.sha256).orElseThrow()));
  }

  List<SupplementLine> lines(Actor actor, Paper paper, int version) {
    return shown(actor, paper, version)
        .map(s -> new SupplementLine(s.number, s.label, format(s.sha256), ""))
        .toList();
  }

  private String format(String sha256) {
    return files.find(sha256).orElseThrow().extension().toUpperCase(Locale.ROOT);
  }

  private Paper seen(Actor actor, UUID paper, long seen) {
    Paper of = records.editable(actor, paper);
    Revisions.same(seen, of.revision);
    return of;
  }

  private static Supplement unsent(Paper of, int number) {
    return of.unsentSupplement(number)
        .orElseThrow(() -> new NotFoundException("supplement " + number + " of " + of.id));
  }
}
