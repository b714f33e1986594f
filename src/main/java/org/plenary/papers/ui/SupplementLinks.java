package org.plenary.papers.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.util.List;
import java.util.UUID;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperFile;
import org.plenary.papers.SupplementLine;
import org.plenary.papers.Supplements;

/** The further files of a version, to download; for whoever may read the version. */
public class SupplementLinks extends UnorderedList {
  public SupplementLinks(
      Supplements supplements, Actor actor, UUID paper, int version, List<SupplementLine> lines) {
    addClassNames("plain", "supplements", "small");
    getElement().setAttribute("aria-label", getTranslation("supplements.title"));
    for (SupplementLine line : lines) {
      PaperFile file = supplements.file(actor, paper, version, line.number());
      String label =
          line.label().isBlank()
              ? getTranslation("supplements.unlabelled", line.number())
              : line.label();
      Anchor open =
          new Anchor(
              DownloadHandler.forFile(file.path().toFile(), file.name()),
              AttachmentType.DOWNLOAD,
              getTranslation("supplements.link", label, line.format()));
      open.setRouterIgnore(true);
      add(new ListItem(open));
    }
  }
}
