package org.plenary.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup that was read from end to end and found whole. */
final class Archive implements AutoCloseable {
  /** The form that this program writes and reads. */
  static final int FORMAT = 1;

  static final String MANIFEST = "manifest.json";
  static final String TABLES = "tables/";
  static final String FILES = "files/";
  static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * What a backup says of itself.
   *
   * @param schema the highest migration its tables went through
   * @param head the last link of the audit chain; null if nothing was sealed
   * @param tables in the order in which they can be filled
   * @param entries everything else in it, with the hash of its content
   */
  record Manifest(
      int format,
      String made,
      String schema,
      @Nullable String installation,
      @Nullable HeadOf head,
      List<TableOf> tables,
      List<Entry> entries) {}

  record HeadOf(long position, String hash) {}

  record TableOf(String name, long rows) {}

  record Entry(String name, long size, String sha256) {}

  private final ZipFile zip;
  private final Manifest manifest;

  private Archive(ZipFile zip, Manifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens a backup and reads all of it against its hashes.
   *
   * @throws UpkeepException if anything is missing, changed or more than it should be
   */
  static Archive verified(Path file) {
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (IOException e) {
      throw new UpkeepException(file + " is no whole backup: " + e.getMessage());
    }
    boolean whole = false;
    try {
      Archive archive = new Archive(zip, manifest(file, zip));
      archive.verify(file);
      whole = true;
      return archive;
    } catch (IOException e) {
      throw new UpkeepException("the backup " + file + " is damaged: " + e.getMessage());
    } finally {
      if (!whole) {
        closeQuietly(zip);
      }
    }
  }

  private static Manifest manifest(Path file, ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(MANIFEST);
    if (entry == null) {
      throw new UpkeepException(file + " is no backup of Plenary: it has no " + MANIFEST);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      Manifest manifest = JSON.readValue(in.readAllBytes(), Manifest.class);
      if (manifest.format() != FORMAT) {
        throw new UpkeepException(
            "the backup %s has the form %d, and this Plenary reads %d"
                .formatted(file, manifest.format(), FORMAT));
      }
      return manifest;
    } catch (JacksonException e) {
      throw new IOException(MANIFEST + " cannot be read", e);
    }
  }

  private void verify(Path file) throws IOException {
    Set<String> named = new HashSet<>();
    for (Entry entry : manifest.entries()) {
      ZipEntry there = zip.getEntry(entry.name());
      if (!named.add(entry.name()) || there == null) {
        throw new IOException(entry.name() + " is missing");
      }
      try (InputStream in = zip.getInputStream(there)) {
        if (!hash(in).equals(entry.sha256())) {
          throw new IOException(entry.name() + " has another hash");
        }
      } catch (IOException e) {
        String what = String.valueOf(e.getMessage());
        throw new IOException(
            what.contains(entry.name()) ? what : entry.name() + " cannot be read: " + what, e);
      }
    }
    Set<String> there =
        zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(HashSet::new));
    there.removeAll(named);
    there.remove(MANIFEST);
    if (!there.isEmpty()) {
      throw new IOException("it holds what it does not name: " + there);
    }
    for (TableOf table : manifest.tables()) {
      if (!named.contains(TABLES + table.name())) {
        throw new IOException("the table " + table.name() + " is missing");
      }
    }
  }

  private static String hash(InputStream in) throws IOException {
    DigestInputStream digest = new DigestInputStream(in, sha256());
    digest.transferTo(OutputStream.nullOutputStream());
    return HexFormat.of().formatHex(digest.getMessageDigest().digest());
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /** The hashes of the stored files in it. */
  List<String> files() {
    return manifest.entries().stream()
        .map(Entry::name)
        .filter(name -> name.startsWith(FILES))
        .map(name -> name.substring(FILES.length()))
        .toList();
  }

  InputStream open(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new IOException(name + " is missing");
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() {
    closeQuietly(zip);
  }

  private static void closeQuietly(ZipFile zip) {
    try {
      zip.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
