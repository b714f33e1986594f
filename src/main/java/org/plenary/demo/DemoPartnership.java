package org.plenary.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.Theme;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.Briefs;
import org.plenary.files.FileStore;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.Papers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the sample partnership into an empty database, through the same commands people use, in one
 * transaction: a start that was cut short leaves nothing half there.
 */
@Component
@ConditionalOnBooleanProperty("plenary.demo")
class DemoPartnership implements ApplicationRunner {
  private static final Logger LOG = LoggerFactory.getLogger(DemoPartnership.class);
  private final Bodies bodies;
  private final Papers papers;
  private final Briefs briefs;
  private final FileStore files;
  private final TransactionTemplate transaction;
  private final Resource resource;

  DemoPartnership(
      Bodies bodies,
      Papers papers,
      Briefs briefs,
      FileStore files,
      TransactionTemplate transaction,
      @Value("classpath:demo/partnership.json") Resource resource) {
    this.bodies = bodies;
    this.papers = papers;
    this.briefs = briefs;
    this.files = files;
    this.transaction = transaction;
    this.resource = resource;
  }

  record Sample(
      List<Theme> themes, List<Group> groups, List<SamplePaper> papers, List<SampleBrief> briefs) {}

  record Group(String code, String slug, String name, String theme, boolean active, String remit) {}

  record SamplePaper(
      String key,
      String title,
      String type,
      String group,
      List<String> themes,
      List<String> countries,
      String language,
      LocalDate published,
      List<PaperDraft.Author> authors,
      String abstractText,
      List<Section> sections) {}

  record Section(String heading, List<String> paragraphs) {}

  record SampleBrief(
      String title,
      String summary,
      String group,
      List<String> themes,
      List<String> countries,
      String language,
      LocalDate published,
      String audience,
      List<String> keyMessages,
      String body,
      List<BriefDraft.Option> options,
      List<BriefDraft.Example> examples,
      List<String> sources) {}

  @Override
  public void run(ApplicationArguments args) throws IOException {
    if (!bodies.groups().isEmpty()) {
      return;
    }
    Sample sample;
    try (var in = resource.getInputStream()) {
      sample =
          JsonMapper.builder()
              .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(in, Sample.class);
    }
    transaction.executeWithoutResult(status -> load(sample));
    LOG.info(
        "Loaded the sample partnership: {} groups, {} papers, {} briefs",
        sample.groups().size(),
        sample.papers().size(),
        sample.briefs().size());
  }

  private void load(Sample sample) {
    sample.themes().forEach(bodies::addTheme);
    Map<String, Body> groups = new HashMap<>();
    for (Group g : sample.groups()) {
      groups.put(
          g.code(),
          bodies.foundGroup(g.code(), g.slug(), g.name(), g.theme(), g.active(), g.remit()));
    }
    Map<String, UUID> paperIds = new HashMap<>();
    for (SamplePaper p : sample.papers()) {
      paperIds.put(p.key(), load(p, Objects.requireNonNull(groups.get(p.group()))));
    }
    for (SampleBrief b : sample.briefs()) {
      load(b, Objects.requireNonNull(groups.get(b.group())), paperIds);
    }
  }

  private UUID load(SamplePaper p, Body group) {
    UUID id =
        papers.start(
            group,
            p.published().getYear(),
            new PaperDraft(
                p.type(),
                p.title(),
                p.abstractText(),
                p.language(),
                p.themes(),
                p.countries(),
                p.authors()));
    byte[] pdf = SamplePdf.of(p);
    papers.addVersion(id, files.put(new ByteArrayInputStream(pdf)), p.key() + ".pdf");
    papers.submit(id);
    papers.accept(id);
    papers.publish(id, p.published());
    return id;
  }

  private void load(SampleBrief b, Body group, Map<String, UUID> paperIds) {
    UUID id =
        briefs.start(
            group,
            new BriefDraft(
                b.title(),
                b.summary(),
                b.audience(),
                b.keyMessages(),
                b.body(),
                b.options(),
                b.examples(),
                b.sources().stream()
                    .map(key -> new BriefDraft.Source(Objects.requireNonNull(paperIds.get(key)), 1))
                    .toList(),
                b.language(),
                b.themes(),
                b.countries()));
    briefs.clear(id);
    briefs.publish(id, b.published());
  }
}
