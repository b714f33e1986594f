package org.plenary.papers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.audit.Audit;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Body;
import org.plenary.kernel.Actor;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.ReaderTable;
import org.plenary.kernel.Revisions;
import org.plenary.kernel.Uuids;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls for papers. Each group has a standing call, made when it is first needed; its chair opens
 * others. Calls are public; how many papers are in is told as far as the actor may know of them.
 * Thread-safe.
 */
@Service
public class Calls {
  static final String KIND = "call";
  private final CallRepository calls;
  private final PaperRepository papers;
  private final Bodies bodies;
  private final Audit audit;
  private final MessageSource texts;
  private final JdbcClient jdbc;
  private final String readable;
  private final Clock clock;

  Calls(
      CallRepository calls,
      PaperRepository papers,
      Bodies bodies,
      Audit audit,
      MessageSource texts,
      JdbcClient jdbc,
      Clock clock) {
    this.calls = calls;
    this.papers = papers;
    this.bodies = bodies;
    this.audit = audit;
    this.texts = texts;
    this.jdbc = jdbc;
    this.readable = new ReaderTable(jdbc, "paper_reader", "paper_id").predicate("p.id");
    this.clock = clock;
  }

  /** The active groups in which the actor opens calls. */
  public List<Body> groups(Actor actor) {
    return bodies.groups().stream()
        .filter(group -> group.active() && PaperAccess.mayManageCalls(actor, group.id()))
        .toList();
  }

  /** The calls that are open or coming, newest first; no standing ones. */
  @Transactional(readOnly = true)
  public List<CallLine> announced(Actor actor) {
    Map<UUID, Body> groups = active();
    return lines(
        actor,
        calls.findByStandingOfIsNullAndClosedAtIsNullOrderByIdDesc().stream()
            .filter(call -> call.state(today()) != CallState.CLOSED)
            .filter(call -> groups.containsKey(call.bodyId))
            .toList());
  }

  /** All calls of the groups in which the actor opens calls, newest first. */
  @Transactional(readOnly = true)
  public List<CallLine> managed(Actor actor) {
    return lines(
        actor, calls.findByBodyIdInOrderByIdDesc(groups(actor).stream().map(Body::id).toList()));
  }

  /** The calls of a group that take a paper today, without the standing one, which always does. */
  @Transactional(readOnly = true)
  public List<CallLine> taking(Actor actor, UUID group) {
    return lines(
        actor,
        calls.findByBodyIdInOrderByIdDesc(List.of(group)).stream()
            .filter(call -> !call.isStanding() && call.state(today()) == CallState.OPEN)
            .toList());
  }

  /** Opens a call of a group. */
  @Transactional
  public UUID open(Actor actor, UUID group, CallDraft draft) {
    Body body = bodies.byId(group).orElseThrow(() -> new NotFoundException("group " + group));
    if (!PaperAccess.mayManageCalls(actor, group)) {
      throw new DomainException("call.who", body.name());
    }
    if (!body.active()) {
      throw new DomainException("paper.start.dormant", body.name());
    }
    UUID id = Uuids.v7(clock.instant());
    calls.saveAndFlush(new Call(id, group, draft));
    audit.record(actor, "call.opened", KIND, id, draft.title() + " " + draft.blindness());
    return id;
  }

  /**
   * Changes a call in which no paper is yet.
   *
   * @param seen the revision that was on the screen
   */
  @Transactional
  public void revise(Actor actor, UUID id, CallDraft draft, long seen) {
    Call call = managed(actor, id);
    Revisions.same(seen, call.revision);
    call.revise(draft, hasPapers(id));
    calls.flush();
    audit.record(actor, "call.revised", KIND, id, draft.title() + " " + draft.blindness());
  }

  /** Closes a call; papers that are in stay in. */
  @Transactional
  public void close(Actor actor, UUID id) {
    managed(actor, id).close(clock.instant());
    calls.flush();
    audit.record(actor, "call.closed", KIND, id, null);
  }

  /**
   * Says to which call a draft is to be submitted.
   *
   * @param call null for the group's standing call
   * @param seen the revision that was on the screen
   * @return the revision now
   */
  @Transactional
  public long choose(Actor actor, UUID paper, @Nullable UUID call, long seen) {
    Paper draft = papers.findById(paper).orElseThrow(() -> absent(paper));
    if (!PaperAccess.mayEdit(actor, draft.facts())) {
      throw absent(paper);
    }
    if (draft.state != PaperState.DRAFT) {
      throw new DomainException("paper.submit.state", draft.reference());
    }
    Revisions.same(seen, draft.revision);
    if (call == null) {
      draft.leaveCall();
    } else {
      calls
          .findById(call)
          .orElseThrow(() -> new NotFoundException("call " + call))
          .take(draft, today());
    }
    papers.flush();
    audit.record(actor, "paper.call.chosen", Papers.KIND, paper, String.valueOf(call));
    return draft.revision;
  }

  /** Takes the paper into its call, in the transaction that submits it. */
  void enter(Paper paper) {
    UUID chosen = paper.callId;
    Call call =
        chosen == null
            ? standing(paper.group())
            : calls.findById(chosen).orElseThrow(() -> new NotFoundException("call " + chosen));
    call.take(paper, today());
  }

  private Call standing(UUID group) {
    return calls
        .findByStandingOf(group)
        .orElseGet(
            () ->
                calls.saveAndFlush(
                    Call.standing(
                        Uuids.v7(clock.instant()),
                        group,
                        texts.getMessage("call.standing", null, Locale.ENGLISH))));
  }

  private Call managed(Actor actor, UUID id) {
    return calls
        .findById(id)
        .filter(call -> PaperAccess.mayManageCalls(actor, call.bodyId))
        .orElseThrow(() -> new NotFoundException("call " + id));
  }

  private boolean hasPapers(UUID call) {
    return jdbc.sql("select count(*) from paper where call_id = ? and state <> 'DRAFT'")
            .param(Uuids.bytes(call))
            .query(Integer.class)
            .single()
        > 0;
  }

  private List<CallLine> lines(Actor actor, List<Call> of) {
    if (of.isEmpty()) {
      return List.of();
    }
    Map<UUID, Integer> known = new HashMap<>();
    Map<UUID, Integer> all = new HashMap<>();
    List<byte[]> ids = of.stream().map(call -> Uuids.bytes(call.id)).toList();
    String count =
        "select p.call_id, count(*) from paper p where p.call_id in (:calls)"
            + " and p.state <> 'DRAFT'";
    jdbc.sql(count + " group by p.call_id")
        .param("calls", ids)
        .query(
            rs -> {
              all.put(Uuids.of(rs.getBytes(1)), rs.getInt(2));
            });
    jdbc.sql(count + " and " + readable + " group by p.call_id")
        .param("calls", ids)
        .param("scope", PaperAccess.LINE)
        .param("terms", actor.terms())
        .query(
            rs -> {
              known.put(Uuids.of(rs.getBytes(1)), rs.getInt(2));
            });
    Map<UUID, Body> groups = active();
    return of.stream()
        .filter(call -> groups.containsKey(call.bodyId))
        .map(
            call -> {
              boolean manages = PaperAccess.mayManageCalls(actor, call.bodyId);
              boolean own = !call.isStanding() && call.closedAt == null && manages;
              return new CallLine(
                  call.id,
                  call.bodyId,
                  java.util.Objects.requireNonNull(groups.get(call.bodyId)).name(),
                  call.draft(),
                  call.isStanding(),
                  call.state(today()),
                  known.getOrDefault(call.id, 0),
                  own,
                  own && !all.containsKey(call.id),
                  call.revision);
            })
        .toList();
  }

  private Map<UUID, Body> active() {
    return bodies.groups().stream()
        .filter(Body::active)
        .collect(Collectors.toMap(Body::id, Function.identity()));
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static NotFoundException absent(UUID paper) {
    return new NotFoundException("paper " + paper);
  }
}
