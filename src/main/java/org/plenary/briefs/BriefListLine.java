package org.plenary.briefs;

import java.util.UUID;

/**
 * A brief in a list of the workspace.
 *
 * @param group its name
 */
public record BriefListLine(
    UUID id, String slug, String title, BriefState state, UUID body, String group) {}
