package org.plenary.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Clean renditions: copies of stored files that say the same on the same pages and nothing of who
 * made them. Made once per file, in the extraction worker, and kept beside the original.
 * Thread-safe.
 */
@Service
public class Renditions {
  private final FileStore files;
  private final ExtractionProcess worker;
  private final JdbcClient jdbc;
  private final TransactionTemplate apart;

  Renditions(
      FileStore files,
      ExtractionProcess worker,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.files = files;
    this.worker = worker;
    this.jdbc = jdbc;
    this.apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
  }

  /**
   * The clean rendition of a stored file; made now if there is none yet.
   *
   * @throws org.plenary.kernel.DomainException if the file cannot be read
   */
  public StoredFile of(StoredFile original) {
    return kept(original).orElseGet(() -> madeNow(original));
  }

  /** Whether there is a clean rendition of such a file; a table in plain text needs none. */
  public static boolean has(StoredFile file) {
    return Set.of(MediaTypes.PDF, MediaTypes.DOCX, MediaTypes.XLSX).contains(file.mediaType());
  }

  /** Whether a file may say who made it and cannot be cleaned of it: an archive. */
  public static boolean isSealed(StoredFile file) {
    return !has(file) && !file.mediaType().equals(MediaTypes.CSV);
  }

  private Optional<StoredFile> kept(StoredFile original) {
    return jdbc.sql("select rendition from file_rendition where sha256 = ?")
        .param(original.sha256())
        .query(String.class)
        .optional()
        .flatMap(files::find);
  }

  private StoredFile madeNow(StoredFile original) {
    // Whoever only reads may be the first to ask for a file from before there were renditions.
    return TransactionSynchronizationManager.isCurrentTransactionReadOnly()
        ? java.util.Objects.requireNonNull(apart.execute(status -> make(original)))
        : make(original);
  }

  private StoredFile make(StoredFile original) {
    Path target = files.temporary();
    try {
      worker.clean(files.path(original), original.mediaType(), target);
      StoredFile rendition;
      try (InputStream in = Files.newInputStream(target)) {
        rendition = files.putSupplement(in);
      }
      try {
        jdbc.sql("insert into file_rendition (sha256, rendition) values (?,?)")
            .params(original.sha256(), rendition.sha256())
            .update();
      } catch (DuplicateKeyException alreadyMade) {
        // Someone else asked in the same moment.
      }
      return rendition;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      FileStore.deleteQuietly(target);
    }
  }
}
