package org.plenary.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefTranslation;
import org.plenary.demo.Sample.Human;
import org.plenary.demo.Sample.PaperStage;
import org.plenary.demo.Sample.SampleBrief;
import org.plenary.demo.Sample.SamplePaper;
import org.plenary.papers.PaperDraft;

/** The texts of the sample's library, as its files have them. */
class SampleTest {
  private static final Pattern LINE_BEGINS = Pattern.compile("(?m)^[#>*\\-\\d. ]+");
  private static final Pattern SENTENCE_ENDS = Pattern.compile("(?<=[.!?؟。])\\s+|\\n+");
  private static final Sample WHOLE = Sample.whole();

  @Test
  void thereAreSixtyPapersAndAHundredAndTwentyBriefsEachUnderAKeyOfItsOwn() {
    assertThat(WHOLE.people()).hasSize(40);
    assertThat(WHOLE.papers()).hasSize(60);
    assertThat(WHOLE.briefs()).hasSize(120);
    assertThat(keys()).doesNotHaveDuplicates();
    assertThat(WHOLE.people().stream().map(Human::name)).doesNotHaveDuplicates();
  }

  @Test
  void aBriefHasTheLengthOfABriefInEachOfItsLanguages() {
    for (SampleBrief b : WHOLE.briefs()) {
      assertThat(words(b.body())).as(b.key()).isGreaterThanOrEqualTo(least(b.language()));
      assertThat(b.keyMessages()).as(b.key()).hasSizeBetween(3, 5);
      for (BriefTranslation t : b.inOtherLanguages()) {
        assertThat(words(t.body()))
            .as(b.key() + " " + t.language())
            .isGreaterThanOrEqualTo(least(t.language()));
        assertThat(t.language()).as(b.key()).isNotEqualTo(b.language());
      }
    }
  }

  /** Arabic writes articles and many pronouns together with the word. */
  private static int least(String language) {
    return language.equals("ar") ? 330 : 400;
  }

  @Test
  void thirtyBriefsAreThereInTwoLanguages() {
    List<SampleBrief> both =
        WHOLE.briefs().stream().filter(b -> !b.inOtherLanguages().isEmpty()).toList();
    assertThat(both).hasSizeGreaterThanOrEqualTo(30);
    assertThat(
            both.stream()
                .flatMap(
                    b ->
                        Stream.concat(
                            Stream.of(b.language()),
                            b.inOtherLanguages().stream().map(BriefTranslation::language))))
        .containsOnly("en", "fr", "es", "ar");
  }

  @Test
  void whatABriefDrawsOnWasAcceptedAndWhoMovesAPaperIsOfTheHouse() {
    Map<String, SamplePaper> papers =
        WHOLE.papers().stream().collect(Collectors.toMap(SamplePaper::key, p -> p));
    Set<String> house = WHOLE.people().stream().map(Human::name).collect(Collectors.toSet());
    Set<PaperStage> past = Set.of(PaperStage.ACCEPTED, PaperStage.PUBLISHED, PaperStage.RETRACTED);
    for (SampleBrief b : WHOLE.briefs()) {
      assertThat(b.sources()).as(b.key()).isNotEmpty();
      assertThat(b.sources()).as(b.key()).allMatch(papers::containsKey);
      assertThat(b.sources().stream().map(key -> papers.get(key).stage()))
          .as(b.key())
          .allMatch(past::contains);
      if (b.supersededBy() != null) {
        assertThat(WHOLE.briefs().stream().map(SampleBrief::key)).contains(b.supersededBy());
      }
    }
    for (SamplePaper p : WHOLE.papers()) {
      if (!past.contains(p.stage())) {
        assertThat(house).as(p.key()).contains(p.authors().getFirst().name());
      }
      assertThat(p.authors().stream().map(PaperDraft.Author::name)).doesNotHaveDuplicates();
    }
  }

  @Test
  void noSentenceStandsInTwoOfThem() {
    Map<String, Set<String>> where = new HashMap<>();
    for (SamplePaper p : WHOLE.papers()) {
      sentences(texts(p)).forEach(s -> where.computeIfAbsent(s, k -> new HashSet<>()).add(p.key()));
    }
    for (SampleBrief b : WHOLE.briefs()) {
      sentences(texts(b)).forEach(s -> where.computeIfAbsent(s, k -> new HashSet<>()).add(b.key()));
    }
    assertThat(where).hasSizeGreaterThan(5_000);
    assertThat(where.entrySet().stream().filter(e -> e.getValue().size() > 1)).isEmpty();
  }

  @Test
  void theSmallSampleIsAPartOfTheWhole() {
    Sample small = Sample.small();
    assertThat(small.people()).hasSize(16);
    assertThat(WHOLE.people()).containsAll(small.people());
    assertThat(WHOLE.papers()).containsAll(small.papers());
    assertThat(WHOLE.briefs()).containsAll(small.briefs());
  }

  private static List<String> keys() {
    return Stream.of(
            WHOLE.people().stream().map(Human::key),
            WHOLE.papers().stream().map(SamplePaper::key),
            WHOLE.briefs().stream().map(SampleBrief::key))
        .flatMap(keys -> keys)
        .toList();
  }

  private static int words(String text) {
    return text.strip().split("\\s+").length;
  }

  private static List<String> texts(SamplePaper p) {
    List<String> texts = new ArrayList<>(List.of(p.title(), p.abstractText()));
    p.sections().forEach(section -> texts.addAll(section.paragraphs()));
    return texts;
  }

  private static List<String> texts(SampleBrief b) {
    List<String> texts = new ArrayList<>(List.of(b.title(), b.summary(), b.body()));
    texts.addAll(b.keyMessages());
    b.options().forEach(option -> texts.add(option.what()));
    b.examples().stream().map(BriefDraft.Example::text).forEach(texts::add);
    for (BriefTranslation t : b.inOtherLanguages()) {
      texts.addAll(List.of(t.title(), t.summary(), t.body()));
      texts.addAll(t.keyMessages());
    }
    return texts;
  }

  /** Those of five words and more, in small letters without signs. */
  private static Stream<String> sentences(List<String> texts) {
    return texts.stream()
        .map(text -> LINE_BEGINS.matcher(text).replaceAll(""))
        .flatMap(SENTENCE_ENDS::splitAsStream)
        .map(
            sentence ->
                sentence.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT))
        .filter(sentence -> sentence.split(" ").length >= 5);
  }
}
