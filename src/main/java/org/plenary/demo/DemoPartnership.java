package org.plenary.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.bodies.FirstConfiguration;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefTranslation;
import org.plenary.briefs.BriefTranslations;
import org.plenary.briefs.Briefs;
import org.plenary.briefs.PolicyOptions;
import org.plenary.briefs.PublicBriefs;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.kernel.Actor;
import org.plenary.kernel.BeforeOpening;
import org.plenary.kernel.SeatRole;
import org.plenary.kernel.Uuids;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperState;
import org.plenary.papers.Papers;
import org.plenary.people.Accounts;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the sample partnership into an empty database, through the same commands people use, in one
 * transaction: a start that was cut short leaves nothing half there. A paper without a day of
 * publication waits at the chair's desk, such a brief at the secretariat's.
 */
@Component
@ConditionalOnBooleanProperty("plenary.demo")
class DemoPartnership extends BeforeOpening {
  private static final Logger LOG = LoggerFactory.getLogger(DemoPartnership.class);

  /** The password of every sample account; printed at the start, for trying only. */
  static final String PASSWORD = "sample-partnership";

  private final Actors actors;
  private final Bodies bodies;
  private final FirstConfiguration configuration;
  private final Accounts accounts;
  private final People people;
  private final Papers papers;
  private final Briefs briefs;
  private final BriefTranslations translations;
  private final PublicBriefs library;
  private final PolicyOptions menu;
  private final FileStore files;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Resource resource;

  DemoPartnership(
      Actors actors,
      Bodies bodies,
      FirstConfiguration configuration,
      Accounts accounts,
      People people,
      Papers papers,
      Briefs briefs,
      BriefTranslations translations,
      PublicBriefs library,
      PolicyOptions menu,
      FileStore files,
      TransactionTemplate transaction,
      Clock clock,
      @Value("classpath:demo/partnership.json") Resource resource) {
    super(0);
    this.actors = actors;
    this.bodies = bodies;
    this.configuration = configuration;
    this.accounts = accounts;
    this.people = people;
    this.papers = papers;
    this.briefs = briefs;
    this.translations = translations;
    this.library = library;
    this.menu = menu;
    this.files = files;
    this.transaction = transaction;
    this.clock = clock;
    this.resource = resource;
  }

  record Sample(List<SamplePerson> people, List<SamplePaper> papers, List<SampleBrief> briefs) {}

  record SamplePerson(
      String key,
      String name,
      String email,
      String affiliation,
      String country,
      String zone,
      List<SampleSeat> seats) {}

  record SampleSeat(String body, SeatRole role) {}

  record SamplePaper(
      String key,
      String title,
      String type,
      String group,
      List<String> themes,
      List<String> countries,
      String language,
      @Nullable LocalDate published,
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
      @Nullable LocalDate published,
      String audience,
      List<String> keyMessages,
      String body,
      List<SampleOption> options,
      List<BriefDraft.Example> examples,
      List<String> sources,
      @Nullable List<BriefTranslation> translations) {}

  record SampleOption(
      String what, String who, String evidence, @Nullable String agreement, String cost) {}

  @Override
  protected void work() throws IOException {
    // A house that was begun without the sample stays without, whatever it is started with.
    if (accounts.isAny() || !bodies.groups().isEmpty()) {
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
        bodies.groups().size(),
        sample.papers().size(),
        sample.briefs().size());
  }

  private void load(Sample sample) {
    configuration.foundCommittees(Actor.SYSTEM);
    configuration.foundGroups(Actor.SYSTEM);
    Map<String, Body> groups = new HashMap<>();
    bodies.all().forEach(body -> groups.put(body.code(), body));
    Map<String, UUID> persons = new HashMap<>();
    for (SamplePerson p : sample.people()) {
      persons.put(p.name(), load(p, groups));
    }
    Map<String, UUID> paperIds = new HashMap<>();
    for (SamplePaper p : sample.papers()) {
      paperIds.put(p.key(), load(p, Objects.requireNonNull(groups.get(p.group())), persons));
    }
    for (SampleBrief b : sample.briefs()) {
      load(b, Objects.requireNonNull(groups.get(b.group())), paperIds);
    }
  }

  private UUID load(SamplePerson p, Map<String, Body> all) {
    UUID id = Uuids.v7(clock.instant());
    Person person =
        new Person(id, p.name(), p.email(), p.affiliation(), p.country(), ZoneId.of(p.zone()));
    people.register(Actor.SYSTEM, person, PASSWORD);
    for (SampleSeat seat : p.seats()) {
      Body body = Objects.requireNonNull(all.get(seat.body()));
      bodies.appoint(Actor.SYSTEM, body, id, seat.role(), LocalDate.of(2026, 1, 1));
    }
    return id;
  }

  private UUID load(SamplePaper p, Body group, Map<String, UUID> persons) {
    PaperDraft draft =
        new PaperDraft(
            p.type(),
            p.title(),
            p.abstractText(),
            p.language(),
            p.themes(),
            p.countries(),
            p.authors().stream()
                .map(a -> new PaperDraft.Author(a.name(), a.affiliation(), persons.get(a.name())))
                .toList(),
            Set.of());
    LocalDate published = p.published();
    if (published == null) {
      // Its first author's own act, so that what follows a submission follows here too.
      UUID author = Objects.requireNonNull(persons.get(p.authors().getFirst().name()));
      return submit(actors.of(author), p, group, draft, LocalDate.now(clock));
    }
    UUID id = submit(Actor.SYSTEM, p, group, draft, published);
    papers.follow(Actor.SYSTEM, id, PaperState.ACCEPTED);
    papers.publish(Actor.SYSTEM, id, published);
    return id;
  }

  private UUID submit(Actor actor, SamplePaper p, Body group, PaperDraft draft, LocalDate on) {
    UUID id = papers.start(actor, group.id(), draft);
    StoredFile file = files.put(new ByteArrayInputStream(SamplePdf.of(p)));
    papers.addVersion(actor, id, file, p.key() + ".pdf");
    papers.submit(actor, id, on);
    return id;
  }

  private void load(SampleBrief b, Body group, Map<String, UUID> paperIds) {
    UUID id =
        briefs.start(
            Actor.SYSTEM,
            group.id(),
            new BriefDraft(
                b.title(),
                b.summary(),
                b.audience(),
                b.keyMessages(),
                b.body(),
                b.options().stream()
                    .map(
                        o ->
                            new BriefDraft.Option(
                                o.what(),
                                o.who(),
                                o.evidence(),
                                Objects.requireNonNullElse(o.agreement(), "medium"),
                                o.cost()))
                    .toList(),
                b.examples(),
                b.sources().stream()
                    .map(key -> new BriefDraft.Source(Objects.requireNonNull(paperIds.get(key)), 1))
                    .toList(),
                b.language(),
                b.themes(),
                b.countries()));
    Objects.requireNonNullElse(b.translations(), List.<BriefTranslation>of())
        .forEach(words -> translations.translate(Actor.SYSTEM, id, words));
    briefs.hand(Actor.SYSTEM, id);
    briefs.clear(Actor.SYSTEM, id);
    LocalDate published = b.published();
    if (published != null) {
      briefs.publish(Actor.SYSTEM, id, published);
      library
          .published(Actor.PUBLIC, briefs.slug(Actor.SYSTEM, id))
          .orElseThrow()
          .content()
          .options()
          .stream()
          .filter(option -> !option.evidence().equals("limited"))
          .forEach(option -> menu.putOnMenu(Actor.SYSTEM, Objects.requireNonNull(option.record())));
    }
  }
}
