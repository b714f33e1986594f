package org.plenary.review;

import java.time.LocalDate;

/**
 * What an invited reviewer sees before answering: title and abstract, nothing of the file.
 *
 * @param published whether comments will be published with the paper, without names
 */
public record Invitation(
    String name,
    String title,
    String abstractText,
    String language,
    String group,
    LocalDate due,
    AssignmentState state,
    boolean published) {}
