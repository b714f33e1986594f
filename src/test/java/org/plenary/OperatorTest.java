package org.plenary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The operator's commands on the whole program: asked of one that runs and on a folder of their
 * own; from H2 to MariaDB and back, with the same rows and files at the end.
 */
class OperatorTest {
  @TempDir Path folder;

  private record Outcome(int status, List<String> said) {}

  @Test
  void aPartnershipGoesByBackupFromH2ToMariaDbAndBack() throws Exception {
    String schema = MariaDb.schema();
    Path first = folder.resolve("first");
    Path backup = folder.resolve("first.zip");
    assertRefused(operate("doctor", first), "there is no Plenary in " + first);
    assertThat(first).doesNotExist();

    assertThat(StartupChecks.folderProblem(first.toString())).isEmpty();
    try (ConfigurableApplicationContext running =
        SpringApplication.run(
            Plenary.class, "--server.port=-1", data(first), "--plenary.demo=true")) {
      assertThat(running.isRunning()).isTrue();
      askTheRunningOne(first, backup);
    }
    assertThat(first.resolve("control")).doesNotExist();

    Path second = folder.resolve("second");
    String[] mariaDb = {
      "--spring.datasource.url=" + schema,
      "--spring.datasource.username=root",
      "--spring.datasource.password="
    };
    Outcome restored = operate("restore", second, backup.toString(), mariaDb);
    assertThat(restored.said()).contains("All is as it should be");
    assertThat(restored.status()).isZero();
    assertThat(second.resolve("db")).doesNotExist();
    Path again = folder.resolve("second.zip");
    assertDone(operate("backup", second, again.toString(), mariaDb));
    assertSame(backup, again);
    assertRefused(
        operate("restore", folder.resolve("other"), backup.toString(), mariaDb),
        "the database holds tables already");

    Path third = folder.resolve("third");
    assertDone(operate("restore", third, again.toString()));
    assertRefused(operate("restore", third, again.toString()), "the database holds tables already");
    flip(anyFile(third), 100);
    Outcome found = operate("doctor", third, "--head");
    assertThat(found.status()).isEqualTo(1);
    assertThat(found.said())
        .anyMatch(line -> line.startsWith("FAULT files.content") && line.contains("is damaged"))
        .contains("1 fault")
        .anyMatch(line -> line.startsWith("{\"installation\""));
    Path never = folder.resolve("never.zip");
    assertRefused(operate("backup", third, never.toString()), "is damaged, so there is no backup");
    assertThat(never).doesNotExist();
    assertThat(folder.resolve("never.zip.part")).doesNotExist();
  }

  private void askTheRunningOne(Path first, Path backup) throws Exception {
    assertThat(Files.getPosixFilePermissions(first.resolve("control")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    Outcome healthy = operate("doctor", first, "--head");
    assertThat(healthy.said()).contains("ok audit.chain", "All is as it should be");
    assertThat(healthy.status()).isZero();
    Path kept = Files.write(folder.resolve("kept.json"), healthy.said());
    assertDone(operate("reindex", first));
    assertDone(operate("backup", first, backup.toString()));
    assertThat(Files.getPosixFilePermissions(backup))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertRefused(operate("backup", first, backup.toString()), "is there already");
    assertRefused(operate("restore", first, backup.toString()), "is in use by another Plenary");
    Outcome stillThere = operate("doctor", first, "--kept", kept.toString());
    assertThat(stillThere.said()).anyMatch(line -> line.contains("still has the head kept"));
    assertThat(stillThere.status()).isZero();
    Files.writeString(
        kept, healthy.said().getLast().replaceFirst("\"hash\":\"..", "\"hash\":\"zz"));
    Outcome forged = operate("doctor", first, "--kept", kept.toString());
    assertThat(forged.said()).anyMatch(line -> line.contains("no longer has the head kept"));
    assertThat(forged.status()).isEqualTo(1);
    nobodyElseIsAnswered(first);
  }

  /** On the machine, but without the token. */
  private static void nobodyElseIsAnswered(Path data) throws Exception {
    String[] control = Files.readString(data.resolve("control")).split(" ");
    for (String request :
        List.of(
            "{\"token\":\"" + "0".repeat(64) + "\",\"command\":[\"doctor\"]}\n",
            "{\"token\":null,\"command\":null}\n",
            "GET / HTTP/1.1\n",
            "x".repeat(20_000))) {
      try (Socket socket =
          new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(control[0]))) {
        socket.setSoTimeout(20_000);
        byte[] answer = new byte[0];
        try {
          socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
          answer = socket.getInputStream().readAllBytes();
        } catch (IOException e) {
          // Closed in the middle of what was said: no answer either.
        }
        assertThat(answer).isEmpty();
      }
    }
  }

  @Test
  void aDamagedBackupIsRefusedAndNothingIsWritten() throws Exception {
    Path whole = folder.resolve("whole.zip");
    Path data = folder.resolve("data");
    Path small = Files.writeString(folder.resolve("x"), "not a zip");
    assertRefused(operate("restore", data, small.toString()), "is no whole backup");
    byte[] row = "[\"a\",\"b\"]\n".getBytes(StandardCharsets.UTF_8);
    for (String fault : List.of("none", "hash", "missing", "more", "newer", "form")) {
      zip(whole, row, fault);
      Outcome outcome = operate("restore", data, whole.toString());
      switch (fault) {
        // Whole as far as it says, but nothing that could be a partnership.
        case "none" -> assertThat(outcome.said()).noneMatch(line -> line.contains("damaged"));
        case "hash" -> assertRefused(outcome, "tables/theme has another hash");
        case "missing" -> assertRefused(outcome, "tables/theme is missing");
        case "more" -> assertRefused(outcome, "it holds what it does not name: [extra]");
        case "newer" -> assertRefused(outcome, "made by a newer Plenary");
        default -> assertRefused(outcome, "has the form 99");
      }
      if (fault.equals("none")) {
        data = folder.resolve("untouched");
      } else {
        assertThat(data).doesNotExist();
      }
    }
    zip(whole, row, "none");
    long size = Files.size(whole);
    for (long at = 0; at < size; at += 1 + size / 60) {
      Path flipped = Files.copy(whole, folder.resolve("flipped-" + at));
      flip(flipped, at);
      try {
        org.plenary.upkeep.Restore.of(flipped).close();
        // Some bytes of a zip say nothing: a time, say. Then all content was read as it was.
      } catch (org.plenary.upkeep.UpkeepException e) {
        assertThat(e.getMessage()).doesNotContain("\n");
      }
    }
    Path cut = folder.resolve("cut.zip");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(whole), (int) size / 2));
    assertRefused(operate("restore", data, cut.toString()), "is no whole backup");
    assertThat(data).doesNotExist();
  }

  private static void zip(Path file, byte[] row, String fault) throws Exception {
    byte[] header = "[{\"code\":\"TEXT\"}]\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(header);
    content.write(row);
    String hash =
        java.util.HexFormat.of()
            .formatHex(
                java.security.MessageDigest.getInstance("SHA-256").digest(content.toByteArray()));
    String manifest =
        """
        {"format":%s,"made":"2026-11-22T10:00:00Z","schema":"%s","installation":null,"head":null,
         "tables":[{"name":"theme","rows":1}],
         "entries":[{"name":"tables/theme","size":1,"sha256":"%s"}]}
        """
            .formatted(
                fault.equals("form") ? "99" : "1",
                fault.equals("newer") ? "999" : "001",
                fault.equals("hash") ? "0".repeat(64) : hash);
    try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
      Map<String, byte[]> entries = new LinkedHashMap<>();
      entries.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
      if (!fault.equals("missing")) {
        entries.put("tables/theme", content.toByteArray());
      }
      if (fault.equals("more")) {
        entries.put("extra", row);
      }
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new java.util.zip.ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
  }

  /** Every table and every file the same, but for the two lines on the backup and the restore. */
  private static void assertSame(Path one, Path other) throws IOException {
    Map<String, String> before = hashes(one);
    Map<String, String> after = hashes(other);
    assertThat(after.keySet()).isEqualTo(before.keySet());
    assertThat(before.keySet()).anyMatch(name -> name.startsWith("files/"));
    Set<String> changed = new TreeSet<>();
    before.forEach(
        (name, hash) -> {
          // The databases keep rows in another order; that is no change.
          if (!hash.equals(after.get(name))
              && !(name.startsWith("tables/") && sorted(one, name).equals(sorted(other, name)))) {
            changed.add(name);
          }
        });
    assertThat(changed)
        .containsOnly(
            "tables/audit_head",
            "tables/audit_line",
            "tables/audit_seal",
            // The framework's own, whose columns the two databases have in another order.
            "tables/event_publication");
    assertThat(rows(one, "audit_line")).isLessThan(rows(other, "audit_line"));
    assertThat(lines(other, "audit_line"))
        .as("what was in the trace before")
        .containsAll(lines(one, "audit_line"));
    assertThat(lines(other, "audit_seal")).containsAll(lines(one, "audit_seal"));
    assertThat(rows(one, "event_publication")).isEqualTo(rows(other, "event_publication"));
  }

  private static List<String> sorted(Path backup, String entry) {
    try {
      return lines(backup, entry.substring("tables/".length())).stream().sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static JsonNode manifest(Path backup) throws IOException {
    try (ZipFile zip = new ZipFile(backup.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("manifest.json"))) {
      return JsonMapper.builder().build().readTree(in.readAllBytes());
    }
  }

  private static Map<String, String> hashes(Path backup) throws IOException {
    Map<String, String> hashes = new LinkedHashMap<>();
    manifest(backup)
        .path("entries")
        .forEach(e -> hashes.put(e.path("name").stringValue(), e.path("sha256").stringValue()));
    return new java.util.TreeMap<>(hashes);
  }

  private static long rows(Path backup, String table) throws IOException {
    return manifest(backup)
        .path("tables")
        .valueStream()
        .filter(t -> t.path("name").stringValue().equals(table))
        .mapToLong(t -> t.path("rows").longValue())
        .sum();
  }

  private static List<String> lines(Path backup, String table) throws IOException {
    try (ZipFile zip = new ZipFile(backup.toFile());
        InputStream in = zip.getInputStream(zip.getEntry("tables/" + table))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static Path anyFile(Path data) throws IOException {
    try (var all = Files.walk(data.resolve("files"))) {
      return all.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
  }

  private static void flip(Path file, long at) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int was = bytes.read();
      bytes.seek(at);
      bytes.write(was ^ 1);
    }
  }

  private static void assertDone(Outcome outcome) {
    assertThat(outcome.status()).as(String.join("\n", outcome.said())).isZero();
  }

  private static void assertRefused(Outcome outcome, String sentence) {
    assertThat(outcome.said()).anyMatch(line -> line.contains(sentence));
    assertThat(outcome.status()).isEqualTo(1);
  }

  private static String data(Path folder) {
    return "--plenary.data=" + folder;
  }

  private static Outcome operate(String command, Path data, String word, String... more) {
    List<String> words = new ArrayList<>(List.of(command, data(data)));
    words.addAll(Arrays.asList(more));
    words.add(word);
    if (word.equals("--kept")) {
      words.remove(word);
      words.add(2, word);
    }
    return operate(words);
  }

  private static Outcome operate(String command, Path data) {
    return operate(List.of(command, data(data)));
  }

  private static Outcome operate(List<String> words) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      int status = Operator.run(words.toArray(String[]::new));
      return new Outcome(status, said.toString(StandardCharsets.UTF_8).lines().toList());
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
