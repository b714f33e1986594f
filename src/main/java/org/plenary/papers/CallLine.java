package org.plenary.papers;

import java.util.UUID;

/**
 * A call for papers as the actor it was made for may see it.
 *
 * @param group its name
 * @param standing whether it is the group's own, which is always open
 * @param papers how many of its submitted papers the actor may know of
 * @param mayManage whether the actor may close it
 * @param mayRevise whether the actor may still change it: no paper is in
 * @param revision what changing it must be told
 */
public record CallLine(
    UUID id,
    UUID body,
    String group,
    CallDraft draft,
    boolean standing,
    CallState state,
    int papers,
    boolean mayManage,
    boolean mayRevise,
    long revision) {}
