package org.plenary.papers.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenary.bodies.Bodies;
import org.plenary.citation.Citation;
import org.plenary.citation.Citations;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.papers.PaperDraft;
import org.plenary.papers.PaperFile;
import org.plenary.papers.PaperLink;
import org.plenary.papers.Papers;
import org.plenary.papers.PublishedPaper;
import org.plenary.papers.Supplements;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A published paper's page and its file. */
@Controller
class PaperPages {
  private final Papers papers;
  private final Supplements supplements;
  private final Bodies bodies;
  private final FileStore files;
  private final List<PaperLink> links;

  private final MessageSource texts;
  private final String base;

  PaperPages(
      Papers papers,
      Supplements supplements,
      Bodies bodies,
      FileStore files,
      ObjectProvider<PaperLink> links,
      MessageSource texts,
      @Value("${plenary.base-url}") String base) {
    this.papers = papers;
    this.supplements = supplements;
    this.bodies = bodies;
    this.files = files;
    this.links = links.orderedStream().toList();
    this.texts = texts;
    this.base = base;
  }

  @GetMapping("/papers/{reference}")
  String paper(@PathVariable String reference, Locale locale, Model model) {
    PublishedPaper paper = published(reference);
    model.addAttribute("cite", citation(paper, locale));
    model.addAttribute("paper", paper);
    model.addAttribute("group", bodies.byId(paper.bodyId()).orElseThrow());
    model.addAttribute("themes", bodies.themes(paper.themes()));
    model.addAttribute(
        "links", links.stream().map(link -> link.of(paper)).flatMap(Optional::stream).toList());
    return "papers/paper";
  }

  @GetMapping("/papers/{reference}.bib")
  ResponseEntity<String> bib(@PathVariable String reference, Locale locale) {
    return Citations.bib(citation(published(reference), locale), reference);
  }

  @GetMapping("/papers/{reference}.ris")
  ResponseEntity<String> ris(@PathVariable String reference, Locale locale) {
    return Citations.ris(citation(published(reference), locale), reference);
  }

  private Citation citation(PublishedPaper paper, Locale locale) {
    String address = base + "/papers/" + paper.reference();
    return new Citation(
        paper.authors().stream().map(PaperDraft.Author::name).toList(),
        false,
        paper.title(),
        paper.published(),
        texts.getMessage("site.name", null, locale),
        texts.getMessage("kind.paper", null, locale),
        paper.reference(),
        texts.getMessage("cite.version", new Object[] {paper.version()}, locale),
        paper.language(),
        address,
        files.find(paper.sha256()).filter(PaperPages::isPdf).isPresent()
            ? address + "/file"
            : null);
  }

  @GetMapping("/papers/{reference}/file")
  ResponseEntity<Resource> file(@PathVariable String reference) {
    PublishedPaper paper = published(reference);
    StoredFile file = files.find(paper.sha256()).orElseThrow();
    boolean pdf = isPdf(file);
    String name = paper.reference() + "-v" + paper.version() + "." + file.extension();
    // Shown in the browser so that a link can open it at its page; its type is said, and nothing
    // else is guessed.
    ContentDisposition shown =
        (pdf ? ContentDisposition.inline() : ContentDisposition.attachment())
            .filename(name)
            .build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .eTag(file.sha256())
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
        .header(HttpHeaders.CONTENT_DISPOSITION, shown.toString())
        .body(new FileSystemResource(files.path(file)));
  }

  /** A further file of the published version; never shown in the browser, whatever it is. */
  @GetMapping("/papers/{reference}/supplements/{number}")
  ResponseEntity<Resource> supplement(@PathVariable String reference, @PathVariable int number) {
    PaperFile file =
        supplements
            .published(Actor.PUBLIC, reference, number)
            .orElseThrow(() -> new NotFoundException("supplement " + number + " of " + reference));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(file.mediaType()))
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file.name()).build().toString())
        .body(new FileSystemResource(file.path()));
  }

  private static boolean isPdf(StoredFile file) {
    return file.mediaType().equals(MediaType.APPLICATION_PDF_VALUE);
  }

  private PublishedPaper published(String reference) {
    return papers
        .published(Actor.PUBLIC, reference)
        .orElseThrow(() -> new NotFoundException("paper " + reference));
  }
}
