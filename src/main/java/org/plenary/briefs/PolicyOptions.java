package org.plenary.briefs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Policy options and the menu of them. Thread-safe. */
@Service
public class PolicyOptions {
  /** The word for an option in the audit. */
  public static final String KIND = "option";

  private static final int MOST = 500;

  private final PolicyOptionRepository options;
  private final Audit audit;
  private final JdbcClient jdbc;

  PolicyOptions(PolicyOptionRepository options, Audit audit, JdbcClient jdbc) {
    this.options = options;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  /** Puts a cleared option of a published brief on the menu. */
  @Transactional
  public void putOnMenu(Actor actor, UUID id) {
    PolicyOption option = one(actor, id);
    boolean inPrint =
        jdbc.sql(
                    "select count(*) from brief_option o join brief b on b.id = o.brief_id"
                        + " where o.option_id = ? and b.state = 'PUBLISHED'")
                .param(Uuids.bytes(id))
                .query(Integer.class)
                .single()
            > 0;
    if (!inPrint) {
      throw new DomainException("option.menu.brief", option.what);
    }
    option.putOnMenu();
    audit.record(actor, "option.putOnMenu", KIND, id, option.what);
  }

  /** Takes it off the menu again. */
  @Transactional
  public void takeOffMenu(Actor actor, UUID id) {
    PolicyOption option = one(actor, id);
    option.takeOffMenu();
    audit.record(actor, "option.takenOffMenu", KIND, id, option.what);
  }

  private PolicyOption one(Actor actor, UUID id) {
    // First of all: whether there is such an option is nobody else's business.
    BriefRecords.allow(BriefAccess.mayRunTheMenu(actor), "option.menu.who");
    return options
        .findById(id)
        .filter(o -> o.state == OptionState.CLEARED || o.state == OptionState.MENU)
        .orElseThrow(() -> new NotFoundException("option " + id));
  }

  /** Where the options stand that these records keep; for who runs the menu, otherwise nothing. */
  public Map<UUID, OptionState> states(Actor actor, Collection<UUID> ids) {
    Map<UUID, OptionState> states = new LinkedHashMap<>();
    if (BriefAccess.mayRunTheMenu(actor) && !ids.isEmpty()) {
      jdbc.sql("select id, state from policy_option where id in (:ids)")
          .param("ids", ids.stream().map(Uuids::bytes).toList())
          .query(
              rs -> {
                states.put(Uuids.of(rs.getBytes(1)), OptionState.valueOf(rs.getString(2)));
              });
    }
    return states;
  }

  /** A published brief that names an option. */
  public record NamedBy(String slug, String number, String title, String language) {}

  /** An option on the menu, with the published briefs that name it. */
  public record OnMenu(
      UUID id,
      String language,
      String what,
      String who,
      String evidence,
      String agreement,
      String cost,
      List<NamedBy> briefs) {}

  /**
   * The menu: options that a published brief names, best evidence first; one query.
   *
   * @param theme of one of its briefs; null for all
   */
  public List<OnMenu> menu(Actor actor, @Nullable String theme) {
    Map<UUID, OnMenu> menu = new LinkedHashMap<>();
    jdbc.sql(
            "select o.id, o.language, o.what, o.who, o.evidence, o.agreement, o.cost,"
                + " b.slug, b.number, b.title, b.language from policy_option o"
                + " join brief_option p on p.option_id = o.id"
                + " join brief b on b.id = p.brief_id and b.state = 'PUBLISHED'"
                + " where o.state = 'MENU' and (:theme = '' or exists (select 1 from brief_theme"
                + " t where t.brief_id = b.id and t.theme = :theme))"
                + " order by case o.evidence when 'robust' then 1 when 'medium' then 2 else 3 end,"
                + " case o.agreement when 'high' then 1 when 'medium' then 2 else 3 end,"
                + " o.what, o.id, b.published_on desc limit "
                + MOST)
        .param("theme", theme == null ? "" : theme)
        .query(
            rs -> {
              UUID id = Uuids.of(rs.getBytes(1));
              OnMenu option = menu.get(id);
              if (option == null) {
                option =
                    new OnMenu(
                        id,
                        rs.getString(2),
                        rs.getString(3),
                        rs.getString(4),
                        rs.getString(5),
                        rs.getString(6),
                        rs.getString(7),
                        new ArrayList<>());
                menu.put(id, option);
              }
              option
                  .briefs()
                  .add(
                      new NamedBy(
                          rs.getString(8), rs.getString(9), rs.getString(10), rs.getString(11)));
            });
    return List.copyOf(menu.values());
  }
}
