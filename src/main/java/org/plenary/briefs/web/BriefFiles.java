package org.plenary.briefs.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.PublicBriefs;
import org.plenary.briefs.PublishedBrief;
import org.plenary.citation.Citations;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.kernel.Actor;
import org.plenary.print.Page;
import org.plenary.print.Print;
import org.plenary.ui.Templates;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** What of a brief can be taken away: its PDF, its citation, the files beside it. */
@Controller
class BriefFiles {
  // Asked for anew each time, answered in full only if it changed: what is retracted or withdrawn
  // must not live on in a cache.
  private static final CacheControl ASK = CacheControl.noCache().cachePublic();

  private final PublicBriefs briefs;
  private final BriefReading reading;
  private final FileStore files;
  private final Print print;
  private final Templates templates;

  BriefFiles(
      PublicBriefs briefs,
      BriefReading reading,
      FileStore files,
      Print print,
      Templates templates) {
    this.briefs = briefs;
    this.reading = reading;
    this.files = files;
    this.print = print;
    this.templates = templates;
  }

  @GetMapping("/briefs/{slug}.pdf")
  @Nullable ResponseEntity<byte[]> pdf(
      @PathVariable String slug, Locale locale, WebRequest request) {
    return pdf(reading.brief(slug), locale, request);
  }

  @GetMapping("/briefs/{slug}/editions/{edition}.pdf")
  @Nullable ResponseEntity<byte[]> edition(
      @PathVariable String slug, @PathVariable String edition, Locale locale, WebRequest request) {
    return pdf(reading.edition(slug, edition), locale, request);
  }

  private @Nullable ResponseEntity<byte[]> pdf(
      PublishedBrief brief, Locale locale, WebRequest request) {
    Page page = page(brief, locale);
    if (request.checkNotModified(page.tag())) {
      return null;
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .eTag(page.tag())
        .cacheControl(ASK)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name(brief) + ".pdf").build().toString())
        .body(print.pdf(page));
  }

  private Page page(PublishedBrief brief, Locale locale) {
    BriefPage page = reading.page(brief, locale);
    boolean rightToLeft = isRightToLeft(brief.content().language());
    // A link to a page of this site leads there from anywhere.
    String bodyHtml = page.bodyHtml().replace("href=\"/", "href=\"" + reading.absolute("/"));
    String xhtml =
        templates.text(
            "briefs/print",
            locale,
            Map.of(
                "page",
                page,
                "bodyHtml",
                bodyHtml,
                "direction",
                rightToLeft ? "rtl" : "ltr",
                "base",
                reading.absolute("")));
    return new Page(xhtml, rightToLeft);
  }

  private static boolean isRightToLeft(String language) {
    return switch (language) {
      case "ar", "fa", "ur", "he" -> true;
      default -> false;
    };
  }

  @GetMapping("/briefs/{slug}.bib")
  ResponseEntity<String> bib(@PathVariable String slug, Locale locale) {
    PublishedBrief brief = reading.brief(slug);
    return Citations.bib(reading.citation(brief, locale), name(brief));
  }

  @GetMapping("/briefs/{slug}.ris")
  ResponseEntity<String> ris(@PathVariable String slug, Locale locale) {
    PublishedBrief brief = reading.brief(slug);
    return Citations.ris(reading.citation(brief, locale), name(brief));
  }

  @GetMapping("/briefs/{slug}/attachments/{sha256}")
  ResponseEntity<Resource> attachment(@PathVariable String slug, @PathVariable String sha256) {
    StoredFile file =
        briefs.attachment(Actor.PUBLIC, slug, sha256).orElseThrow(() -> reading.absent(slug));
    String name =
        reading.brief(slug).content().attachments().stream()
            .filter(attachment -> attachment.sha256().equals(sha256))
            .map(BriefDraft.Attachment::name)
            .findFirst()
            .orElse(sha256);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .eTag(file.sha256())
        .cacheControl(ASK)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(withEnding(name, file), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new FileSystemResource(files.path(file)));
  }

  static boolean isPdf(StoredFile file) {
    return file.mediaType().equals(MediaType.APPLICATION_PDF_VALUE);
  }

  /** The ending says what the content is, whatever the name said. */
  private static String withEnding(String name, StoredFile file) {
    String ending = isPdf(file) ? ".pdf" : ".docx";
    return name.toLowerCase(Locale.ROOT).endsWith(ending) ? name : name + ending;
  }

  private static String name(PublishedBrief brief) {
    return "brief-"
        + brief.number().replace('/', '-')
        + (brief.languages().size() == 1 ? "" : "-" + brief.content().language())
        + (brief.latest() == 1 ? "" : "-edition-" + brief.edition());
  }
}
