package org.plenary.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plenary.jobs.Doctor;
import org.plenary.jobs.Findings;
import org.plenary.jobs.InvariantCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Every stored file is on disk and has the hash it is named by: disks forget. The doctor asks when
 * told to; each night the program asks itself.
 */
@Component
class FileScrub implements InvariantCheck {
  private static final Logger LOG = LoggerFactory.getLogger(FileScrub.class);
  private static final String NAME = "files.content";
  private static final int BATCH = 500;

  /** A file is on disk a moment before its row is. */
  private static final Duration ON_ITS_WAY = Duration.ofDays(1);

  private final FileStore files;
  private final ObjectProvider<Doctor> doctor;
  private final JdbcClient jdbc;
  private final Clock clock;

  FileScrub(FileStore files, ObjectProvider<Doctor> doctor, JdbcClient jdbc, Clock clock) {
    this.files = files;
    this.doctor = doctor;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Says in the log what the doctor would say. */
  @Scheduled(cron = "${plenary.files.scrub-at}")
  void nightly() {
    doctor.getObject().examine(NAME).forEach(finding -> LOG.error("{}", finding));
  }

  @Override
  public void check(Findings findings) {
    Set<String> known = new HashSet<>();
    List<StoredFile> batch = after("");
    while (!batch.isEmpty()) {
      for (StoredFile file : batch) {
        known.add(file.sha256());
        check(file, findings);
      }
      batch = after(batch.getLast().sha256());
    }
    strays(known, findings);
  }

  private void check(StoredFile file, Findings findings) {
    Path path = files.path(file);
    try {
      if (!Files.exists(path)) {
        findings.fault("the file " + file.sha256() + " is missing");
      } else if (Files.size(path) != file.size() || !hash(path).equals(file.sha256())) {
        findings.fault("the file " + file.sha256() + " is damaged: its content has another hash");
      }
    } catch (IOException e) {
      findings.fault("the file " + file.sha256() + " cannot be read: " + e.getMessage());
    }
  }

  private void strays(Set<String> known, Findings findings) {
    Instant settled = clock.instant().minus(ON_ITS_WAY);
    try (Stream<Path> all = Files.walk(files.root())) {
      for (Path path : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        if (!known.contains(path.getFileName().toString())
            && Files.getLastModifiedTime(path).toInstant().isBefore(settled)) {
          findings.hint("nothing refers to the file " + files.root().relativize(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
      digest.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<StoredFile> after(String sha256) {
    return jdbc.sql(
            "select sha256, size_bytes, media_type from stored_file where sha256 > ?"
                + " order by sha256 limit ?")
        .params(sha256, BATCH)
        .query((rs, n) -> new StoredFile(rs.getString(1), rs.getLong(2), rs.getString(3)))
        .list();
  }
}
