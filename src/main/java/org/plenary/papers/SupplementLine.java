package org.plenary.papers;

/**
 * A further file of a version, as it is listed.
 *
 * @param number within the version, from 1
 * @param label what the authors call it; may be empty
 * @param format PDF, DOCX, XLSX, CSV or ZIP
 * @param fileName as its authors call it, while they prepare it; empty for everyone else, for names
 *     give authors away
 */
public record SupplementLine(int number, String label, String format, String fileName) {}
