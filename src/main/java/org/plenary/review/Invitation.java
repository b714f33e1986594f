package org.plenary.review;

import java.time.LocalDate;

/** What an invited reviewer sees before answering: title and abstract, nothing of the file. */
public record Invitation(
    String name,
    String title,
    String abstractText,
    String language,
    String group,
    LocalDate due,
    AssignmentState state) {}
