package org.plenary.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.plenary.kernel.NotFoundException;
import org.plenary.ui.Page;

/** The same answer for what is absent and for what the actor may not know of. */
@AnonymousAllowed
class AbsentView extends Page implements HasErrorParameter<NotFoundException> {
  @Override
  public int setErrorParameter(
      BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
    head(getTranslation("absent.title"));
    add(new Paragraph(getTranslation("absent.help")));
    add(new Anchor("", getTranslation("absent.desk")));
    return HttpServletResponse.SC_NOT_FOUND;
  }
}
