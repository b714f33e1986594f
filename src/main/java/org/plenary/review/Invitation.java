package org.plenary.review;

import java.time.LocalDate;
import org.plenary.papers.Blindness;

/**
 * What an invited reviewer sees before answering: title, abstract and who will learn whose name,
 * nothing of the file and never the authors.
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
    boolean published,
    Blindness blindness) {}
