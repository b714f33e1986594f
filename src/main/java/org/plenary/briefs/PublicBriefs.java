package org.plenary.briefs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.kernel.Actor;
import org.plenary.kernel.Uuids;
import org.plenary.search.Alike;
import org.plenary.search.Search;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Briefs as everyone may read them, and nothing of what is in the making. Thread-safe. */
@Service
public class PublicBriefs {
  private static final int MOST_RELATED = 4;

  private final BriefRepository briefs;
  private final FileStore files;
  private final Search search;
  private final JdbcClient jdbc;

  PublicBriefs(BriefRepository briefs, FileStore files, Search search, JdbcClient jdbc) {
    this.briefs = briefs;
    this.files = files;
    this.search = search;
    this.jdbc = jdbc;
  }

  /** The brief of this name in addresses, in the language of the name. */
  @Transactional(readOnly = true)
  public Optional<PublishedBrief> published(Actor actor, String slug) {
    return named(slug).filter(b -> b.state.isOpen()).flatMap(b -> inLanguageOf(b, slug));
  }

  /** An earlier edition of it, or the present one by its number. */
  @Transactional(readOnly = true)
  public Optional<PublishedBrief> edition(Actor actor, String slug, int edition) {
    Optional<Brief> brief = named(slug).filter(b -> b.state.isOpen());
    if (brief.isPresent() && brief.get().edition == edition) {
      return inLanguageOf(brief.get(), slug);
    }
    return brief.flatMap(
        now ->
            briefs
                .findByEditionOfAndEditionAndState(now.id, edition, BriefState.EARLIER)
                .flatMap(then -> earlier(now, then, slug)));
  }

  /** The number of the brief that was withdrawn from this address. */
  @Transactional(readOnly = true)
  public Optional<Withdrawn> withdrawn(Actor actor, String slug) {
    return named(slug)
        .filter(b -> b.state == BriefState.WITHDRAWN)
        .filter(b -> b.slug.equals(slug) || translation(b, slug).isPresent())
        .map(
            b ->
                new Withdrawn(Objects.requireNonNull(b.number), Objects.requireNonNull(b.endedOn)));
  }

  /** All that is said of what was withdrawn. */
  public record Withdrawn(String number, LocalDate on) {}

  /** A file that the brief of this name has beside its text. */
  @Transactional(readOnly = true)
  public Optional<StoredFile> attachment(Actor actor, String slug, String sha256) {
    return published(actor, slug)
        .filter(b -> b.content().attachments().stream().anyMatch(a -> a.sha256().equals(sha256)))
        .flatMap(b -> files.find(sha256));
  }

  private Optional<Brief> named(String slug) {
    return briefs.findBySlug(slug).or(() -> briefs.findByTranslationSlug(slug));
  }

  private static Optional<Translation> translation(Brief brief, String slug) {
    return brief.translations.stream()
        .filter(t -> t.state == BriefState.PUBLISHED && slug.equals(t.slug))
        .findFirst();
  }

  private static Optional<PublishedBrief> earlier(Brief now, Brief then, String slug) {
    if (now.slug.equals(slug)) {
      return Optional.of(published(now, then, slug, then.draft(), null));
    }
    return translation(now, slug)
        .flatMap(t -> then.translation(t.language))
        .map(t -> published(now, then, slug, then.draft().in(t.words()), null));
  }

  private Optional<PublishedBrief> inLanguageOf(Brief brief, String slug) {
    BriefEnding ending =
        BriefEnding.of(brief, id -> briefs.findById(id).filter(b -> b.state.isOpen()));
    if (brief.slug.equals(slug)) {
      return Optional.of(published(brief, brief, slug, brief.draft(), ending));
    }
    return translation(brief, slug)
        .map(t -> published(brief, brief, slug, brief.draft().in(t.words()), ending));
  }

  /**
   * @param of what stands at the address
   * @param edition the record with the words; the same unless they are of an earlier edition
   */
  private static PublishedBrief published(
      Brief of, Brief edition, String slug, BriefDraft content, @Nullable BriefEnding ending) {
    return new PublishedBrief(
        of.id,
        slug,
        Objects.requireNonNull(of.number),
        of.bodyId,
        Objects.requireNonNull(edition.publishedOn),
        edition.edition,
        of.edition,
        languages(of),
        ending,
        content);
  }

  private static List<PublishedBrief.InLanguage> languages(Brief brief) {
    return Stream.concat(
            Stream.of(new PublishedBrief.InLanguage(brief.language, brief.slug)),
            brief.translations.stream()
                .filter(t -> t.state == BriefState.PUBLISHED && t.slug != null)
                .map(
                    t -> new PublishedBrief.InLanguage(t.language, Objects.requireNonNull(t.slug))))
        .toList();
  }

  /** Published briefs, newest first; at most {@code limit} from {@code offset}. */
  public List<BriefLine> newest(int offset, int limit) {
    Map<UUID, List<PublishedBrief.InLanguage>> also = new HashMap<>();
    List<BriefLine> lines =
        jdbc.sql(
                "select id, slug, number, title, summary, language, published_on from brief"
                    + " where state = 'PUBLISHED' order by published_on desc, number desc"
                    + " limit ? offset ?")
            .params(limit, offset)
            .query(
                (rs, n) ->
                    new BriefLine(
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getObject(7, LocalDate.class),
                        also.computeIfAbsent(Uuids.of(rs.getBytes(1)), id -> new ArrayList<>())))
            .list();
    if (!also.isEmpty()) {
      jdbc.sql(
              "select brief_id, language, slug from brief_translation"
                  + " where state = 'PUBLISHED' and brief_id in (:briefs) order by language")
          .param("briefs", also.keySet().stream().map(Uuids::bytes).toList())
          .query(
              rs -> {
                Objects.requireNonNull(also.get(Uuids.of(rs.getBytes(1))))
                    .add(new PublishedBrief.InLanguage(rs.getString(2), rs.getString(3)));
              });
    }
    return lines;
  }

  /** Published briefs to read next to this one, in the language of the page where they are. */
  public List<Alike.Found> related(Actor actor, PublishedBrief brief) {
    BriefDraft content = brief.content();
    return search.alike(
        new Alike(
            Briefs.KIND,
            brief.number(),
            content.title(),
            content.language(),
            content.themes(),
            content.countries()),
        MOST_RELATED);
  }

  /** A brief or a translation for the index; its own id. */
  record Indexed(
      UUID id,
      String slug,
      @Nullable String number,
      UUID body,
      BriefState state,
      @Nullable LocalDate published,
      @Nullable String ownSlug,
      BriefDraft content) {}

  /** All briefs and all translations there are. */
  @Transactional(readOnly = true)
  List<UUID> ids() {
    return Stream.concat(briefs.ids().stream(), briefs.translationIds().stream()).toList();
  }

  /** What of these the index may hold; without what leaves the search. */
  @Transactional(readOnly = true)
  List<Indexed> indexed(Collection<UUID> ids) {
    Set<UUID> translations = new LinkedHashSet<>(ids);
    List<Indexed> found = new ArrayList<>();
    for (Brief brief : briefs.findAllById(ids)) {
      translations.remove(brief.id);
      found.add(indexed(brief, brief.id, brief.state, brief.slug, brief.draft()));
    }
    if (!translations.isEmpty()) {
      for (Brief brief : briefs.withTranslations(translations)) {
        brief.translations.stream()
            .filter(t -> translations.contains(t.id))
            .map(t -> indexed(brief, t.id, t.state, t.slug, brief.draft().in(t.words())))
            .forEach(found::add);
      }
    }
    found.removeIf(item -> !item.state.isInTheMaking() && item.state != BriefState.PUBLISHED);
    return found;
  }

  private static Indexed indexed(
      Brief brief, UUID id, BriefState state, @Nullable String slug, BriefDraft content) {
    boolean ended = !brief.state.isInTheMaking() && brief.state != BriefState.PUBLISHED;
    return new Indexed(
        id,
        brief.slug,
        brief.number,
        brief.bodyId,
        ended ? brief.state : state,
        brief.publishedOn,
        slug,
        content);
  }
}
