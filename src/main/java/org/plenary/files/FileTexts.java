package org.plenary.files;

import java.util.List;
import org.plenary.kernel.DomainException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The text of stored files, by page or paragraph, extracted once per content. Thread-safe. */
@Service
public class FileTexts {
  private final FileStore files;
  private final ExtractionProcess worker;
  private final JdbcClient jdbc;

  FileTexts(FileStore files, ExtractionProcess worker, JdbcClient jdbc) {
    this.files = files;
    this.worker = worker;
    this.jdbc = jdbc;
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
    for (TextUnit unit : units) {
      jdbc.sql("insert into file_text (sha256, unit_kind, unit_number, unit_text) values (?,?,?,?)")
          .params(file.sha256(), unit.kind().name(), unit.number(), unit.text())
          .update();
    }
    return units;
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
