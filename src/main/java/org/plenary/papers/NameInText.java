package org.plenary.papers;

import org.jspecify.annotations.Nullable;

/**
 * An author's name where it stands in the text.
 *
 * @param author whose
 * @param place null where it stands outside the file
 * @param before some words before it
 * @param found as it is written there
 * @param after some words behind it
 */
public record NameInText(
    String author, Comparison.@Nullable Place place, String before, String found, String after) {}
