package org.plenary.papers.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.plenary.bodies.Bodies;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.papers.PaperFile;
import org.plenary.papers.PaperLink;
import org.plenary.papers.Papers;
import org.plenary.papers.PublishedPaper;
import org.plenary.papers.Supplements;
import org.springframework.beans.factory.ObjectProvider;
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

  PaperPages(
      Papers papers,
      Supplements supplements,
      Bodies bodies,
      FileStore files,
      ObjectProvider<PaperLink> links) {
    this.papers = papers;
    this.supplements = supplements;
    this.bodies = bodies;
    this.files = files;
    this.links = links.orderedStream().toList();
  }

  @GetMapping("/papers/{reference}")
  String paper(@PathVariable String reference, Model model) {
    PublishedPaper paper = published(reference);
    model.addAttribute("paper", paper);
    model.addAttribute("group", bodies.byId(paper.bodyId()).orElseThrow());
    model.addAttribute("themes", bodies.themes(paper.themes()));
    model.addAttribute(
        "links", links.stream().map(link -> link.of(paper)).flatMap(Optional::stream).toList());
    return "papers/paper";
  }

  @GetMapping("/papers/{reference}/file")
  ResponseEntity<Resource> file(@PathVariable String reference) {
    PublishedPaper paper = published(reference);
    StoredFile file = files.find(paper.sha256()).orElseThrow();
    boolean pdf = file.mediaType().equals(MediaType.APPLICATION_PDF_VALUE);
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

  private PublishedPaper published(String reference) {
    return papers
        .published(Actor.PUBLIC, reference)
        .orElseThrow(() -> new NotFoundException("paper " + reference));
  }
}
