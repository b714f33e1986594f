package org.plenary.briefs.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.PublicBriefs;
import org.plenary.briefs.PublishedBrief;
import org.plenary.briefs.web.BriefPage.Alternate;
import org.plenary.briefs.web.BriefPage.AttachedFile;
import org.plenary.files.FileStore;
import org.plenary.files.StoredFile;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of briefs and a brief's page. */
@Controller
class BriefPages {
  private static final int PAGE = 20;

  private final PublicBriefs briefs;
  private final BriefReading reading;
  private final FileStore files;

  BriefPages(PublicBriefs briefs, BriefReading reading, FileStore files) {
    this.briefs = briefs;
    this.reading = reading;
    this.files = files;
  }

  @GetMapping("/briefs")
  String list(@RequestParam(defaultValue = "1") String page, Model model) {
    int number = page.matches("[0-9]{1,3}") ? Math.max(1, Integer.parseInt(page)) : 1;
    var lines = briefs.newest((number - 1) * PAGE, PAGE + 1);
    if (lines.isEmpty() && number > 1) {
      throw new NotFoundException("page " + number);
    }
    model.addAttribute("briefs", lines.subList(0, Math.min(PAGE, lines.size())));
    model.addAttribute("page", number);
    model.addAttribute("more", lines.size() > PAGE);
    return "briefs/briefs";
  }

  @GetMapping("/briefs/{slug}")
  String brief(@PathVariable String slug, Locale locale, Model model) {
    PublishedBrief brief = reading.brief(slug);
    model.addAttribute("page", reading.page(brief, locale));
    model.addAttribute("attachments", attachments(brief.content()));
    model.addAttribute("related", briefs.related(Actor.PUBLIC, brief));
    model.addAttribute("alternates", alternates(brief));
    return "briefs/brief";
  }

  private List<AttachedFile> attachments(BriefDraft content) {
    Map<String, StoredFile> stored =
        content.attachments().stream()
            .map(BriefDraft.Attachment::sha256)
            .distinct()
            .flatMap(sha256 -> files.find(sha256).stream())
            .collect(Collectors.toMap(StoredFile::sha256, Function.identity()));
    return content.attachments().stream()
        .flatMap(
            attachment ->
                Optional.ofNullable(stored.get(attachment.sha256()))
                    .map(file -> attached(attachment, file))
                    .stream())
        .toList();
  }

  private static AttachedFile attached(BriefDraft.Attachment attachment, StoredFile file) {
    return new AttachedFile(
        attachment.name(),
        attachment.sha256(),
        BriefFiles.isPdf(file) ? "PDF" : "DOCX",
        Math.max(1, Math.ceilDiv(file.size(), 1024)));
  }

  /** The page in all its languages; none where there is one. */
  private List<Alternate> alternates(PublishedBrief brief) {
    return brief.languages().size() == 1
        ? List.of()
        : brief.languages().stream()
            .map(
                other ->
                    new Alternate(other.language(), reading.absolute("/briefs/" + other.slug())))
            .toList();
  }
}
