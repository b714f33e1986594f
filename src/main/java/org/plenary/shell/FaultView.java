package org.plenary.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.plenary.ui.Page;

/** A page that could not be made: says so with a number that the log knows, and nothing more. */
@AnonymousAllowed
class FaultView extends Page implements HasErrorParameter<Exception> {
  @Override
  public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
    head(getTranslation("fault.title"));
    add(new Paragraph(Refusals.message(event.getUI(), parameter.getCaughtException())));
    add(new Anchor("", getTranslation("absent.desk")));
    return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
