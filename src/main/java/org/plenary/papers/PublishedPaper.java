package org.plenary.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A paper as the public may read it: its published version and nothing of any other.
 *
 * @param version the published one's number
 */
public record PublishedPaper(
    UUID id,
    String reference,
    String type,
    String title,
    String abstractText,
    String language,
    UUID bodyId,
    LocalDate published,
    int version,
    String sha256,
    List<PaperDraft.Author> authors,
    List<String> themes,
    List<String> countries,
    List<String> otherLanguages,
    List<String> keywords,
    String funding,
    List<SupplementLine> supplements) {}
