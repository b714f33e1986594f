package org.plenary.review;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who handles a case, for whoever may see the case; what can be done about it for those who may.
 *
 * @param editor the handling editor's name; null while the secretariat has to name one
 * @param why the reason given when the case changed hands, for who handles it and the secretariat
 * @param mine whether the actor it was made for is the handling editor
 * @param successors to whom the actor may give the case; empty if to nobody
 * @param names whether giving it is naming, as the secretariat does where no chair can handle it
 * @param publishes whether the response table is published with the paper
 * @param mayPublish whether the actor may settle that
 */
public record HandlingLine(
    @Nullable String editor,
    @Nullable String why,
    boolean mine,
    List<Successor> successors,
    boolean names,
    boolean publishes,
    boolean mayPublish) {

  /** Someone who could handle the case. */
  public record Successor(UUID person, String name, String affiliation) {}
}
