package org.plenary.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.plenary.kernel.DomainException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/**
 * Files kept by their SHA-256 under the data folder, streamed in and out. The same content is kept
 * once; nothing is ever overwritten. Thread-safe.
 */
@Service
public class FileStore {
  private static final String INCOMING = "incoming";

  private final Path root;
  private final DataSize limit;
  private final JdbcClient jdbc;
  private final Clock clock;

  FileStore(
      @Value("${plenary.data}") Path data,
      @Value("${plenary.files.limit}") DataSize limit,
      JdbcClient jdbc,
      Clock clock)
      throws IOException {
    this.root = Files.createDirectories(data.resolve("files"));
    this.limit = limit;
    this.jdbc = jdbc;
    this.clock = clock;
    sweep();
  }

  /** What was still coming in when the last process ended; this one has the folder to itself. */
  private void sweep() throws IOException {
    Path incoming = Files.createDirectories(root.resolve(INCOMING));
    try (Stream<Path> left = Files.list(incoming)) {
      left.forEach(FileStore::deleteQuietly);
    }
  }

  /**
   * Takes a file in and forces it to disk before its row is written, so that a row never names a
   * file that a crash lost.
   *
   * @throws DomainException if it is empty, too large, or neither PDF nor DOCX
   */
  public StoredFile put(InputStream content) {
    return put(content, MediaTypes::of);
  }

  /**
   * The same for what goes with a text: its data, tables, further texts.
   *
   * @throws DomainException if it is empty, too large, or none of PDF, DOCX, XLSX, CSV and ZIP
   */
  public StoredFile putSupplement(InputStream content) {
    return put(content, MediaTypes::ofSupplement);
  }

  /** Decides what a file is, or refuses it. */
  private interface Gate {
    String mediaType(Path file) throws IOException;
  }

  private StoredFile put(InputStream content, Gate gate) {
    Path upload = null;
    try {
      upload = temporary();
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      long size;
      try (OutputStream out = Files.newOutputStream(upload);
          InputStream in = new DigestInputStream(new Limited(content, limit.toBytes()), digest)) {
        size = in.transferTo(out);
      }
      String mediaType = gate.mediaType(upload);
      StoredFile file = new StoredFile(HexFormat.of().formatHex(digest.digest()), size, mediaType);
      keep(upload, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    } finally {
      deleteQuietly(upload);
    }
  }

  /** What is known of the file with this hash. */
  public Optional<StoredFile> find(String sha256) {
    return jdbc.sql("select sha256, size_bytes, media_type from stored_file where sha256 = ?")
        .param(sha256)
        .query((rs, n) -> new StoredFile(rs.getString(1), rs.getLong(2), rs.getString(3)))
        .optional();
  }

  /** Where the file lies; for reading only. */
  public Path path(StoredFile file) {
    return path(file.sha256());
  }

  /** An empty file of its own, to be written and put or deleted. */
  Path temporary() {
    try {
      return Files.createTempFile(Files.createDirectories(root.resolve(INCOMING)), "up", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of all files, each in a folder named after the first two digits of its hash. */
  Path root() {
    return root;
  }

  private Path path(String sha256) {
    return root.resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private void keep(Path upload, StoredFile file) throws IOException {
    Path target = path(file);
    if (!Files.exists(target)) {
      Files.createDirectories(target.getParent());
      try (FileChannel channel = FileChannel.open(upload, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(upload, target, StandardCopyOption.ATOMIC_MOVE);
    }
    if (find(file.sha256()).isEmpty()) {
      try {
        jdbc.sql(
                "insert into stored_file (sha256, size_bytes, media_type, stored_at)"
                    + " values (?,?,?,?)")
            .params(
                file.sha256(),
                file.size(),
                file.mediaType(),
                LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
            .update();
      } catch (DuplicateKeyException alreadyKept) {
        // Someone else sent the same file in the same moment.
      }
    }
  }

  static void deleteQuietly(@org.jspecify.annotations.Nullable Path path) {
    try {
      if (path != null) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      // What is left in incoming/ is harmless and swept at the next start.
    }
  }

  /** Stops reading once the limit is passed, so that a 500 MB upload costs no more than 50. */
  private static final class Limited extends FilterInputStream {
    private final long limit;
    private long left;

    Limited(InputStream in, long limit) {
      super(in);
      this.limit = limit;
      this.left = limit;
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        took(1);
      }
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int n = super.read(buffer, offset, length);
      if (n > 0) {
        took(n);
      }
      return n;
    }

    private void took(int n) {
      left -= n;
      if (left < 0) {
        throw new DomainException("file.large", limit >> 20);
      }
    }
  }
}
