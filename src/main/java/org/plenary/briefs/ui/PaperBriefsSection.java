package org.plenary.briefs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.router.QueryParameters;
import java.util.Optional;
import org.plenary.briefs.Briefs;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperPage;
import org.plenary.papers.PaperState;
import org.plenary.papers.ui.PaperSection;
import org.plenary.ui.Parts;
import org.springframework.core.annotation.Order;

/** On an accepted paper's page: writing a brief from it. */
@org.springframework.stereotype.Component
@Order(200)
class PaperBriefsSection implements PaperSection {
  private final Briefs briefs;

  PaperBriefsSection(Briefs briefs) {
    this.briefs = briefs;
  }

  @Override
  public Optional<Component> section(Actor actor, PaperPage paper, Runnable reload) {
    boolean ripe = paper.state() == PaperState.ACCEPTED || paper.state() == PaperState.PUBLISHED;
    if (!ripe || briefs.writesFor(actor).isEmpty()) {
      return Optional.empty();
    }
    H2 heading = new H2();
    heading.setText(heading.getTranslation("brief.fromPaper.title"));
    heading.addClassName("section-title");
    Div section = Parts.div("stack", heading);
    section.add(Parts.line(heading.getTranslation("brief.fromPaper.about")));
    section.add(
        Parts.div(
            "actions",
            Parts.button(
                heading.getTranslation("brief.fromPaper"),
                () ->
                    UI.getCurrent()
                        .navigate(
                            WriteBriefView.class,
                            QueryParameters.of(WriteBriefView.PAPER, paper.reference())))));
    return Optional.of(section);
  }
}
