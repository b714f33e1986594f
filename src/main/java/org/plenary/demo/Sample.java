package org.plenary.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefTranslation;
import org.plenary.kernel.SeatRole;
import org.plenary.papers.PaperDraft;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The sample partnership as its files say it: its people, its papers and its briefs. */
record Sample(List<Human> people, List<SamplePaper> papers, List<SampleBrief> briefs) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  /**
   * A person of the house.
   *
   * @param expertise codes of themes; null for who has no profile
   * @param consents whether they agree to a public page
   */
  record Human(
      String key,
      String name,
      String email,
      String affiliation,
      String country,
      String zone,
      List<SampleSeat> seats,
      @Nullable List<String> expertise,
      @Nullable String biography,
      boolean consents) {}

  record SampleSeat(String body, SeatRole role) {}

  /** How far a paper came. */
  enum PaperStage {
    DRAFT,
    SUBMITTED,
    IN_REVIEW,
    MINOR_REVISION,
    MAJOR_REVISION,
    RESUBMITTED,
    ACCEPTED,
    PUBLISHED,
    REJECTED,
    DESK_REJECTED,
    WITHDRAWN,
    /** Loaded as published: a paper cannot be retracted yet. */
    RETRACTED
  }

  /**
   * A paper.
   *
   * @param state null says that it is published where it has a day of publication, else submitted
   */
  record SamplePaper(
      String key,
      String title,
      String type,
      String group,
      List<String> themes,
      List<String> countries,
      String language,
      @Nullable PaperStage state,
      @Nullable LocalDate published,
      @Nullable List<String> keywords,
      List<PaperDraft.Author> authors,
      String abstractText,
      List<Section> sections) {
    PaperStage stage() {
      return Objects.requireNonNullElse(
          state, published == null ? PaperStage.SUBMITTED : PaperStage.PUBLISHED);
    }

    /** The same with a section more at its end. */
    SamplePaper with(Section last) {
      List<Section> all = new ArrayList<>(sections);
      all.add(last);
      return new SamplePaper(
          key,
          title,
          type,
          group,
          themes,
          countries,
          language,
          state,
          published,
          keywords,
          authors,
          abstractText,
          all);
    }
  }

  record Section(String heading, List<String> paragraphs) {}

  /** How far a brief came. */
  enum BriefStage {
    DRAFT,
    GROUP_REVIEW,
    CLEARED,
    PUBLISHED
  }

  /**
   * A brief.
   *
   * @param state null says that it is published where it has a day of publication, else cleared
   * @param sources keys of papers
   * @param supersededBy the key of the brief that took its place
   * @param withdrawn why it was taken away
   */
  record SampleBrief(
      String key,
      String title,
      String summary,
      String group,
      List<String> themes,
      List<String> countries,
      String language,
      @Nullable BriefStage state,
      @Nullable LocalDate published,
      String audience,
      List<String> keyMessages,
      String body,
      List<SampleOption> options,
      List<BriefDraft.Example> examples,
      List<String> sources,
      @Nullable List<BriefTranslation> translations,
      @Nullable String supersededBy,
      @Nullable String withdrawn) {
    BriefStage stage() {
      return Objects.requireNonNullElse(
          state, published == null ? BriefStage.CLEARED : BriefStage.PUBLISHED);
    }

    List<BriefTranslation> inOtherLanguages() {
      return Objects.requireNonNullElse(translations, List.of());
    }
  }

  record SampleOption(
      String what, String who, String evidence, @Nullable String agreement, String cost) {}

  /**
   * What is said in the reviews of papers that are under way, each in its turn.
   *
   * @param findings of the desk check, one a point
   * @param added what the second version says more
   */
  record Words(
      List<String> findings,
      List<String> summaries,
      List<String> comments,
      List<String> confidential,
      List<String> answers,
      String pointer,
      String changeNote,
      String added,
      String withdrawal,
      String superseding) {}

  /** The partnership that the tests and the tour are about: a few of each. */
  static Sample small() {
    return read("classpath:demo/partnership.json", Sample.class).getFirst().inOrder();
  }

  /** That with the whole library and the people who wrote it. */
  static Sample whole() {
    Sample small = small();
    return new Sample(
            both(small.people, read("classpath:demo/people.json", Human[].class)),
            both(small.papers, read("classpath:demo/papers-*.json", SamplePaper[].class)),
            both(small.briefs, read("classpath:demo/briefs-*.json", SampleBrief[].class)))
        .inOrder();
  }

  static Words words() {
    return read("classpath:demo/reviews.json", Words.class).getFirst();
  }

  /** By day of publication, so that numbers run with the days; what has none comes last. */
  private Sample inOrder() {
    Comparator<@Nullable LocalDate> byDay = Comparator.nullsLast(Comparator.naturalOrder());
    return new Sample(
        people,
        papers.stream().sorted(Comparator.comparing(SamplePaper::published, byDay)).toList(),
        briefs.stream().sorted(Comparator.comparing(SampleBrief::published, byDay)).toList());
  }

  private static <T> List<T> both(List<T> first, List<T[]> more) {
    return Stream.concat(first.stream(), more.stream().flatMap(Stream::of)).toList();
  }

  private static <T> List<T> read(String pattern, Class<T> type) {
    try {
      List<T> read = new ArrayList<>();
      Resource[] found = new PathMatchingResourcePatternResolver().getResources(pattern);
      for (Resource file :
          Stream.of(found)
              .sorted(Comparator.comparing(f -> Objects.requireNonNull(f.getFilename())))
              .toList()) {
        try (InputStream in = file.getInputStream()) {
          read.add(JSON.readValue(in, type));
        }
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
