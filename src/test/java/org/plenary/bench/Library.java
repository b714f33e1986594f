package org.plenary.bench;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A library made up for the benchmark: briefs of some 450 words whose words are as unevenly common
 * as those of a language. Made from a seed, so two runs measure the same. Not thread-safe.
 */
final class Library {
  static final List<String> COUNTRIES =
      List.of("SN", "PK", "PH", "MA", "KE", "GT", "NP", "ML", "UZ", "TO", "IT", "DE", "VN", "GH");
  private static final int VOCABULARY = 40_000;
  private static final int BATCH = 500;
  private final Random random = new Random(20260101);
  private final List<String> words;
  private final double[] upTo = new double[VOCABULARY];

  Library() {
    words = vocabulary();
    double sum = 0;
    for (int rank = 0; rank < VOCABULARY; rank++) {
      sum += 1.0 / (rank + 2.7);
      upTo[rank] = sum;
    }
  }

  /** Function words of English first, then made-up words of two to four syllables. */
  private List<String> vocabulary() {
    List<String> all =
        new ArrayList<>(
            List.of(
                ("the of and to in a is that for it as was with be by on not are this at from or have"
                        + " an which one were all their there can more when who will would what if"
                        + " its than into other some these could then been first has two may only"
                        + " new most such after also many remittances migrants workers transfer"
                        + " costs corridors households policy labour return health cities data")
                    .split("\\s+")));
    String[] onset = "b c d f g h j k l m n p r s t v w br cr dr gr pl st tr sh ch".split(" ");
    String[] vowel = "a e i o u ai ea io ou".split(" ");
    String[] coda = "n r s t l m nd rt st ng x ".split(" ", -1);
    TreeSet<String> made = new TreeSet<>(all);
    while (all.size() < VOCABULARY) {
      StringBuilder word = new StringBuilder();
      for (int syllable = 2 + random.nextInt(3); syllable > 0; syllable--) {
        word.append(onset[random.nextInt(onset.length)])
            .append(vowel[random.nextInt(vowel.length)]);
      }
      word.append(coda[random.nextInt(coda.length)]);
      if (made.add(word.toString())) {
        all.add(word.toString());
      }
    }
    return all;
  }

  /** A word by how common it is. */
  String word() {
    double at = random.nextDouble() * upTo[VOCABULARY - 1];
    int low = 0;
    int high = VOCABULARY - 1;
    while (low < high) {
      int middle = (low + high) / 2;
      if (upTo[middle] < at) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return words.get(low);
  }

  /** A word that a reader would type: not one of the commonest. */
  String typed() {
    String word = word();
    while (words.indexOf(word) < 60) {
      word = word();
    }
    return word;
  }

  private String sentence(int length) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < length; i++) {
      sentence.append(i == 0 ? "" : " ").append(word());
    }
    sentence.setCharAt(0, Character.toUpperCase(sentence.charAt(0)));
    return sentence.append('.').toString();
  }

  private String paragraph(int sentences) {
    StringBuilder paragraph = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      paragraph.append(i == 0 ? "" : " ").append(sentence(9 + random.nextInt(12)));
    }
    return paragraph.toString();
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  /** Writes so many published briefs as the commands of the house would have left them. */
  void briefs(JdbcTemplate jdbc, int count, List<UUID> groups, List<String> themes) {
    LocalDate first = LocalDate.of(2016, 1, 1);
    LocalDateTime now = LocalDateTime.of(2026, 1, 1, 0, 0);
    for (int from = 0; from < count; from += BATCH) {
      List<Object[]> briefs = new ArrayList<>();
      List<Object[]> messages = new ArrayList<>();
      List<Object[]> options = new ArrayList<>();
      List<Object[]> themed = new ArrayList<>();
      List<Object[]> placed = new ArrayList<>();
      List<Object[]> examples = new ArrayList<>();
      List<Object[]> readers = new ArrayList<>();
      List<Object[]> changes = new ArrayList<>();
      for (int i = from; i < Math.min(count, from + BATCH); i++) {
        byte[] id =
            Uuids.bytes(new UUID((0x019A_0000_0000L + i) << 16 | 0x7000, random.nextLong()));
        LocalDate on = first.plusDays(random.nextInt(3900));
        String body =
            "## "
                + sentence(4)
                + "\n\n"
                + paragraph(9)
                + "\n\n## "
                + sentence(3)
                + "\n\n"
                + paragraph(9)
                + "\n\n- "
                + sentence(8)
                + "\n- "
                + sentence(8)
                + "\n\n"
                + paragraph(7);
        briefs.add(
            new Object[] {
              id,
              1L,
              "bench-" + i,
              "PUBLISHED",
              on.getYear() + "/B" + i,
              sentence(6).replace(".", ""),
              sentence(14) + " " + sentence(14),
              "Ministries",
              body,
              "en",
              Uuids.bytes(one(groups)),
              on
            });
        for (int n = 0; n < 3; n++) {
          messages.add(new Object[] {id, n, sentence(14)});
        }
        for (int n = 0; n < 2; n++) {
          options.add(new Object[] {id, n, sentence(8), sentence(3), "medium", "low"});
        }
        for (String theme : new TreeSet<>(List.of(one(themes), one(themes)))) {
          themed.add(new Object[] {id, theme});
        }
        for (String country : new TreeSet<>(List.of(one(COUNTRIES), one(COUNTRIES)))) {
          placed.add(new Object[] {id, country});
        }
        examples.add(new Object[] {id, 0, one(COUNTRIES), sentence(16)});
        readers.add(new Object[] {id, "text", "public", false});
        changes.add(new Object[] {"brief", id, now});
      }
      jdbc.batchUpdate(
          "insert into brief (id, revision, slug, state, number, title, summary, audience,"
              + " body_markdown, language, body_id, published_on) values (?,?,?,?,?,?,?,?,?,?,?,?)",
          briefs);
      jdbc.batchUpdate(
          "insert into brief_key_message (brief_id, position, message) values (?,?,?)", messages);
      jdbc.batchUpdate(
          "insert into brief_option (brief_id, position, what, who, evidence, cost)"
              + " values (?,?,?,?,?,?)",
          options);
      jdbc.batchUpdate("insert into brief_theme (brief_id, theme) values (?,?)", themed);
      jdbc.batchUpdate("insert into brief_country (brief_id, country) values (?,?)", placed);
      jdbc.batchUpdate(
          "insert into brief_example (brief_id, position, country, text) values (?,?,?,?)",
          examples);
      jdbc.batchUpdate(
          "insert into brief_reader (brief_id, scope, term, excluded) values (?,?,?,?)", readers);
      jdbc.batchUpdate(
          "insert into search_change (kind, subject_id, changed_at) values (?,?,?)", changes);
    }
  }
}
