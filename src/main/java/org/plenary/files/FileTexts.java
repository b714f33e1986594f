package org.plenary.files;

import java.util.List;
import org.plenary.kernel.DomainException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The text of stored files, by page or paragraph, extracted once per content. Thread-safe. */
@Service
public class FileTexts {
  private static final int BATCH = 200;

  private final FileStore files;
  private final ExtractionProcess worker;
  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final TransactionTemplate transaction;

  FileTexts(
      FileStore files,
      ExtractionProcess worker,
      JdbcTemplate batches,
      TransactionTemplate transaction) {
    this.files = files;
    this.worker = worker;
    this.jdbc = JdbcClient.create(batches);
    this.batches = batches;
    this.transaction = transaction;
  }

  /**
   * Extracts the file's text in the worker process and keeps it; does nothing if it is kept
   * already.
   *
   * @throws org.plenary.kernel.DomainException if the file cannot be read: encrypted, corrupt, too
   *     large to read in time
   */
  public List<TextUnit> extract(StoredFile file) {
    List<TextUnit> kept = of(file.sha256());
    if (!kept.isEmpty()) {
      return kept;
    }
    List<TextUnit> units = worker.extract(files.path(file), file.mediaType());
    try {
      // All of it or nothing: what is kept is never read from the file again.
      transaction.executeWithoutResult(status -> keep(file, units));
    } catch (DuplicateKeyException alreadyKept) {
      // Someone else sent the same file in the same moment.
    }
    return units;
  }

  private void keep(StoredFile file, List<TextUnit> units) {
    batches.batchUpdate(
        "insert into file_text (sha256, unit_kind, unit_number, unit_text) values (?,?,?,?)",
        units,
        BATCH,
        (statement, unit) -> {
          statement.setString(1, file.sha256());
          statement.setString(2, unit.kind().name());
          statement.setInt(3, unit.number());
          statement.setString(4, unit.text());
        });
  }

  /**
   * How the file begins, with what it looks like: for guessing its title. Read anew each time;
   * empty where it cannot be read.
   */
  public List<OpeningBlock> opening(StoredFile file) {
    try {
      return worker.opening(files.path(file), file.mediaType());
    } catch (DomainException unreadable) {
      return List.of();
    }
  }

  /** The kept text in reading order; empty where none was extracted. */
  public List<TextUnit> of(String sha256) {
    return jdbc.sql(
            "select unit_kind, unit_number, unit_text from file_text where sha256 = ?"
                + " order by unit_number")
        .param(sha256)
        .query(
            (rs, n) ->
                new TextUnit(TextUnit.Kind.valueOf(rs.getString(1)), rs.getInt(2), rs.getString(3)))
        .list();
  }
}
