package org.plenary.citation;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Citations as files to take away. */
public final class Citations {
  private Citations() {}

  /** For BibTeX. */
  public static ResponseEntity<String> bib(Citation citation, String name) {
    return file(citation.bibtex(), "application/x-bibtex", name + ".bib");
  }

  /** For reference managers that read RIS. */
  public static ResponseEntity<String> ris(Citation citation, String name) {
    return file(citation.ris(), "application/x-research-info-systems", name + ".ris");
  }

  private static ResponseEntity<String> file(String text, String type, String name) {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(text);
  }
}
