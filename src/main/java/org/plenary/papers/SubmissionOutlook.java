package org.plenary.papers;

import java.util.List;

/**
 * What follows if a draft is submitted now.
 *
 * @param handlers names of who gets mail and handles it
 * @param authors names of the authors who get mail
 */
public record SubmissionOutlook(String group, List<String> handlers, List<String> authors) {}
