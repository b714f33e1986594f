package org.plenary.briefs;

import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.plenary.bodies.Body;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.plenary.search.SearchLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Briefs from draft to publication. Thread-safe. */
@Service
public class Briefs {
  /** The word for a brief in the index, in addresses and on screen. */
  public static final String KIND = "brief";

  private final BriefRepository briefs;
  private final SearchLog search;
  private final JdbcClient jdbc;
  private final Clock clock;

  Briefs(BriefRepository briefs, SearchLog search, JdbcClient jdbc, Clock clock) {
    this.briefs = briefs;
    this.search = search;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Starts a draft; its address is made from the title and never changes. */
  @Transactional
  public UUID start(Body group, BriefDraft draft) {
    UUID id = Uuids.v7(clock.instant());
    briefs.save(new Brief(id, freeSlug(draft.title()), group.id(), draft));
    return id;
  }

  @Transactional
  public void clear(UUID id) {
    one(id).clear();
  }

  /** Publishes a cleared brief under the next number of the year. */
  @Transactional
  public void publish(UUID id, LocalDate on) {
    // The count below is SQL of its own: what this transaction published must be in the tables.
    briefs.flush();
    Integer before =
        jdbc.sql("select count(*) from brief where number like ?")
            .param(on.getYear() + "/%")
            .query(Integer.class)
            .single();
    one(id).publish(on, "%d/%02d".formatted(on.getYear(), before + 1));
    search.changed(KIND, id);
  }

  @Transactional(readOnly = true)
  public Optional<PublishedBrief> published(String slug) {
    return briefs.findBySlugAndState(slug, Brief.State.PUBLISHED).map(Brief::published);
  }

  @Transactional(readOnly = true)
  public Optional<PublishedBrief> published(UUID id) {
    return briefs.findById(id).filter(b -> b.state == Brief.State.PUBLISHED).map(Brief::published);
  }

  /** Published briefs, newest first; at most {@code limit} from {@code offset}. */
  public List<BriefLine> newest(int offset, int limit) {
    return jdbc.sql(
            "select slug, number, title, summary, language, published_on from brief"
                + " where state = 'PUBLISHED' order by published_on desc, number desc"
                + " limit ? offset ?")
        .params(limit, offset)
        .query(
            (rs, n) ->
                new BriefLine(
                    rs.getString(1),
                    rs.getString(2),
                    rs.getString(3),
                    rs.getString(4),
                    rs.getString(5),
                    rs.getObject(6, LocalDate.class)))
        .list();
  }

  @Transactional(readOnly = true)
  void eachPublished(Consumer<UUID> consumer) {
    try (var ids = briefs.idsIn(Brief.State.PUBLISHED)) {
      ids.forEach(consumer);
    }
  }

  private Brief one(UUID id) {
    return briefs.findById(id).orElseThrow(() -> new NotFoundException("brief " + id));
  }

  private String freeSlug(String title) {
    String plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    String base = plain.isEmpty() ? "brief" : plain.substring(0, Math.min(plain.length(), 90));
    String slug = base;
    for (int n = 2; briefs.existsBySlug(slug); n++) {
      slug = base + "-" + n;
    }
    return slug;
  }
}
