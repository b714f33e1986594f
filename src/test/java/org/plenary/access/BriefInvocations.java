package org.plenary.access;

import static org.plenary.access.Invocations.the;
import static org.plenary.access.Invocations.with;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.plenary.briefs.BriefListLine;
import org.plenary.briefs.BriefSources;
import org.plenary.briefs.PolicyOptions;
import org.plenary.desk.Task;
import org.plenary.kernel.Uuids;

/** How the methods of the briefs are called. */
final class BriefInvocations {
  private BriefInvocations() {}

  static void in(Invocations calls) {
    steps(calls);
    reading(calls);
    translations(calls);
    editions(calls);
    options(calls);
    sources(calls);
    open(calls);
  }

  private static void steps(Invocations calls) {
    calls.on(
        "briefs Briefs.start(UUID,BriefDraft)",
        w -> with(the(w.group.id()), w.briefDraft("A new brief")));
    calls.on(
        "briefs Briefs.revise(UUID,BriefDraft,long)",
        w -> with(the(w.briefDraft), w.briefDraft("Otherwise"), revision(w, w.briefDraft)));
    calls.on("briefs Briefs.revision(UUID)", w -> with(the(w.briefDraft)));
    calls.on(
        "briefs Briefs.attach(UUID,InputStream,String)",
        w -> with(the(w.group.id()), World.pdf(), "more.pdf"));
    calls.on("briefs Briefs.hand(UUID)", w -> with(the(w.briefDraft)));
    calls.on("briefs Briefs.giveBack(UUID,String)", w -> with(the(w.briefHanded), "Shorter."));
    calls.on("briefs Briefs.clear(UUID)", w -> with(the(w.briefHanded)));
    calls.on("briefs Briefs.publish(UUID)", w -> with(the(w.briefCleared)));
    calls.on("briefs Briefs.publish(UUID)@draft", w -> with(the(w.briefDraft)));
    calls.on("briefs Briefs.publish(UUID,LocalDate)", w -> with(the(w.briefCleared), w.today()));
  }

  private static long revision(World w, UUID brief) {
    return w.briefs.revision(w.as(Role.OUTREACH), brief);
  }

  private static Predicate<Object> brief(UUID id) {
    return line -> ((BriefListLine) line).id().equals(id);
  }

  private static void reading(Invocations calls) {
    calls.on("briefs Briefs.slug(UUID)", w -> with(the(w.briefDraft)));
    Map<String, Function<World, UUID>> states =
        Map.of(
            "", w -> w.briefDraft,
            "@cleared", w -> w.briefCleared,
            "@published", w -> w.briefPublished,
            "@withdrawn", w -> w.briefWithdrawn);
    states.forEach(
        (state, of) ->
            calls.on("briefs Briefs.page(String)" + state, w -> with(the(w.slug(of.apply(w))))));
    calls.on("briefs Briefs.visible(int,int)", w -> with(0, 10_000)).sees(w -> brief(w.briefDraft));
    calls
        .on("briefs Briefs.count()", w -> with())
        .says(
            (asked, answer) -> {
              var visible = asked.world().briefs.visible(asked.actor(), 0, 10_000);
              return !Objects.equals(answer, visible.size())
                  ? "LEAK"
                  : visible.stream().anyMatch(brief(asked.world().briefDraft)) ? "yes" : "empty";
            });
    calls.on("briefs Briefs.writesFor()", w -> with()).sees(w -> w.group::equals);
    calls.on("briefs Briefs.waitingFor()", w -> with()).sees(w -> brief(w.briefHanded));
    calls.on("briefs Briefs.waitingFor()@cleared", w -> with()).sees(w -> brief(w.briefCleared));
    Map.of("", "GROUP_REVIEW", "@cleared", "CLEARED")
        .forEach(
            (name, state) ->
                calls
                    .on("briefs Briefs.translationsWaitingFor()" + name, w -> with())
                    .sees(
                        w ->
                            line ->
                                line.toString().contains(w.slug(w.briefPublished))
                                    && line.toString().contains("state=" + state)));
    Map.<String, Function<World, UUID>>of("", w -> w.briefHanded, "@cleared", w -> w.briefCleared)
        .forEach(
            (name, of) ->
                calls
                    .on("briefs BriefTasks.waitingFor()" + name, w -> with())
                    .sees(w -> task -> ((Task) task).path().endsWith(w.slug(of.apply(w)))));
    calls.on("briefs BriefRecords.one(UUID)", w -> with(the(w.briefDraft)));
    calls.on("briefs BriefRecords.one(String)", w -> with(the(w.slug(w.briefDraft))));
    for (String scope : List.of("known", "readable")) {
      calls.on(
          "briefs BriefMailReaders." + scope + "(Collection)", w -> with(List.of(w.briefDraft)));
    }
  }

  private static void translations(Invocations calls) {
    calls.on(
        "briefs BriefTranslations.translate(UUID,BriefTranslation)",
        w -> with(the(w.briefDraft), w.in("fr")));
    for (String what : List.of("inLanguage", "words")) {
      calls.on(
          "briefs BriefTranslations." + what + "(UUID,String)",
          w -> with(w.briefPublished, the("fr")));
    }
    calls.on("briefs BriefTranslations.hand(UUID,String)", w -> with(the(w.briefPublished), "fr"));
    calls.on(
        "briefs BriefTranslations.giveBack(UUID,String,String)",
        w -> with(the(w.briefPublished), "es", "Shorter."));
    calls.on("briefs BriefTranslations.clear(UUID,String)", w -> with(the(w.briefPublished), "es"));
    calls.on(
        "briefs BriefTranslations.publish(UUID,String)", w -> with(the(w.briefPublished), "ar"));
  }

  private static void editions(Invocations calls) {
    calls.on("briefs BriefEditions.start(UUID)", w -> with(the(w.briefPublished)));
    calls.on(
        "briefs BriefEditions.supersede(UUID,UUID,String)",
        w -> with(the(w.briefPublished), w.briefOther, "Newer."));
    calls.on(
        "briefs BriefEditions.supersede(UUID,UUID,String)@by-a-draft",
        w -> with(w.briefPublished, the(w.briefDraft), "Newer."));
    for (String end : List.of("retract", "withdraw")) {
      calls.on(
          "briefs BriefEditions." + end + "(UUID,String)",
          w -> with(the(w.briefPublished), "It does not hold."));
    }
    calls.on("briefs BriefEditions.instead(UUID)", w -> with(w.briefPublished));
  }

  private static void options(Invocations calls) {
    calls.on("briefs PolicyOptions.putOnMenu(UUID)", w -> with(the(w.option(w.briefPublished))));
    calls.on(
        "briefs PolicyOptions.putOnMenu(UUID)@unpublished",
        w -> with(the(w.option(w.briefCleared))));
    calls
        .on("briefs PolicyOptions.takeOffMenu(UUID)", w -> with(the(w.option(w.briefPublished))))
        .after(BriefInvocations::onTheMenu);
    calls.on(
        "briefs PolicyOptions.states(Collection)", w -> with(List.of(w.option(w.briefPublished))));
    calls
        .on("briefs PolicyOptions.menu(String)", w -> with("remittances"))
        .after(BriefInvocations::onTheMenu)
        .sees(w -> line -> ((PolicyOptions.OnMenu) line).id().equals(w.option(w.briefPublished)));
  }

  private static void onTheMenu(World w) {
    w.jdbc
        .sql("update policy_option set state = 'MENU' where id = ?")
        .param(Uuids.bytes(w.option(w.briefPublished)))
        .update();
  }

  private static void sources(Invocations calls) {
    Predicate<Object> any = news -> news instanceof BriefSources.News;
    calls
        .on("briefs BriefSources.news(UUID)", w -> with(the(w.briefPublished)))
        .after(BriefInvocations::sourceMoved)
        .sees(w -> any);
    calls
        .on("briefs BriefSources.waiting()", w -> with())
        .after(BriefInvocations::sourceMoved)
        .sees(w -> news -> ((BriefSources.News) news).brief().equals(w.briefPublished));
    calls
        .on("briefs BriefSources.lookedAt(UUID)", w -> with(the(w.briefPublished)))
        .after(BriefInvocations::sourceMoved);
    calls.on("briefs BriefSources.lookedAt(UUID)@draft", w -> with(the(w.briefDraft)));
  }

  private static void sourceMoved(World w) {
    w.jdbc
        .sql("update brief_source set version = 99 where brief_id = ?")
        .param(Uuids.bytes(w.briefPublished))
        .update();
  }

  private static void open(Invocations calls) {
    calls.on("briefs PublicBriefs.published(String)", w -> with(the(w.slug(w.briefPublished))));
    calls.on(
        "briefs PublicBriefs.published(String)@cleared", w -> with(the(w.slug(w.briefCleared))));
    calls.on(
        "briefs PublicBriefs.edition(String,int)", w -> with(the(w.slug(w.briefPublished)), 1));
    calls.on(
        "briefs PublicBriefs.edition(String,int)@cleared",
        w -> with(the(w.slug(w.briefCleared)), 1));
    calls.on("briefs PublicBriefs.withdrawn(String)", w -> with(the(w.slug(w.briefWithdrawn))));
    calls.on(
        "briefs PublicBriefs.withdrawn(String)@cleared", w -> with(the(w.slug(w.briefCleared))));
    calls.on(
        "briefs PublicBriefs.attachment(String,String)",
        w -> with(the(w.slug(w.briefPublished)), w.attachment.sha256()));
    calls.on(
        "briefs PublicBriefs.attachment(String,String)@cleared",
        w -> with(the(w.slug(w.briefCleared)), w.attachment.sha256()));
    calls
        .on(
            "briefs PublicBriefs.related(PublishedBrief)",
            w ->
                with(
                    w.publicBriefs
                        .published(w.as(Role.PUBLIC), w.slug(w.briefPublished))
                        .orElseThrow()))
        .says(
            (asked, answer) -> {
              String all = Objects.requireNonNull(answer).toString();
              World w = asked.world();
              return all.contains("slug=" + w.slug(w.briefCleared) + ",")
                  ? "LEAK"
                  : ((Collection<?>) answer).isEmpty() ? "empty" : "yes";
            });
  }
}
