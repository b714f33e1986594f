package org.plenary.upkeep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.plenary.audit.Audit;
import org.plenary.audit.Trail;
import org.plenary.jobs.Doctor;
import org.plenary.jobs.Findings.Finding;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Installation;
import org.plenary.search.Reindex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The operator's commands on an open data folder; one at a time. Thread-safe. */
@Service
public class Upkeep {
  private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);
  private final Doctor doctor;
  private final Reindex reindex;
  private final Backup backup;
  private final Trail trail;
  private final Audit audit;
  private final Installation installation;
  private final TransactionTemplate transaction;
  private final ReentrantLock busy = new ReentrantLock();

  Upkeep(
      Doctor doctor,
      Reindex reindex,
      Backup backup,
      Trail trail,
      Audit audit,
      Installation installation,
      TransactionTemplate transaction) {
    this.doctor = doctor;
    this.reindex = reindex;
    this.backup = backup;
    this.trail = trail;
    this.audit = audit;
    this.installation = installation;
    this.transaction = transaction;
  }

  /**
   * Does what is asked.
   *
   * @param command the word and what follows it: {@code doctor [--head] [--kept FILE]}, {@code
   *     reindex}, {@code backup FILE}; files by their whole path
   * @param out is told what there is to tell, a line at a time
   * @return 0 only if it was done and, for the doctor, nothing was found
   */
  public int run(List<String> command, Consumer<String> out) {
    if (!busy.tryLock()) {
      out.accept("another command is at work; try again when it has ended");
      return 1;
    }
    try {
      return switch (command.getFirst()) {
        case "doctor" -> doctor(command.subList(1, command.size()), out);
        case "reindex" -> {
          reindex.all(out);
          yield 0;
        }
        case "backup" -> {
          backup(Path.of(command.getLast()), out);
          yield 0;
        }
        default -> {
          out.accept("there is no command " + command.getFirst());
          yield 1;
        }
      };
    } catch (UpkeepException e) {
      out.accept("plenary: " + e.getMessage());
      return 1;
    } catch (RuntimeException e) {
      LOG.error("The command {} was not done", command.getFirst(), e);
      out.accept("plenary: " + command.getFirst() + " was not done: " + e.getMessage());
      return 1;
    } finally {
      busy.unlock();
    }
  }

  private int doctor(List<String> options, Consumer<String> out) {
    long faults = doctor.examine(out).stream().filter(finding -> !finding.hint()).count();
    int kept = options.indexOf("--kept");
    if (kept >= 0) {
      Finding finding = against(Path.of(options.get(kept + 1)));
      out.accept(finding.hint() ? "ok " + finding.text() : finding.toString());
      faults += finding.hint() ? 0 : 1;
    }
    out.accept(
        faults == 0 ? "All is as it should be" : faults + (faults == 1 ? " fault" : " faults"));
    if (options.contains("--head")) {
      trail.head(Actor.SYSTEM).ifPresent(head -> out.accept(head.json()));
    }
    return faults == 0 ? 0 : 1;
  }

  /** Holds the chain against a head that was exported earlier. */
  private Finding against(Path file) {
    try {
      List<String> lines =
          Files.readAllLines(file).stream().filter(l -> l.startsWith("{")).toList();
      JsonNode head = Archive.JSON.readTree(lines.getLast());
      long position = head.path("position").longValue();
      boolean holds =
          trail.holds(
              Actor.SYSTEM,
              UUID.fromString(head.path("installation").stringValue()),
              position,
              head.path("hash").stringValue());
      return new Finding(
          "audit.kept",
          holds
              ? "the chain still has the head kept in " + file + ", at position " + position
              : "the chain no longer has the head kept in " + file + ", at position " + position,
          holds);
    } catch (IOException | RuntimeException e) {
      throw new UpkeepException(file + " holds no head of an audit chain");
    }
  }

  private void backup(Path file, Consumer<String> out) {
    backup.write(file, out);
    transaction.executeWithoutResult(
        status ->
            audit.record(
                Actor.SYSTEM,
                "backup.made",
                Audit.INSTALLATION,
                installation.id(),
                String.valueOf(file.getFileName())));
    out.accept("Backup written to " + file);
  }

  /** Writes into the trace that all this came from a backup. */
  public void restored(Path file) {
    transaction.executeWithoutResult(
        status ->
            audit.record(
                Actor.SYSTEM,
                "backup.restored",
                Audit.INSTALLATION,
                installation.id(),
                String.valueOf(file.getFileName())));
  }
}
