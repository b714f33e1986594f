package org.plenary.ui;

import org.springframework.stereotype.Component;
import org.springframework.web.servlet.view.AbstractUrlBasedView;
import org.springframework.web.servlet.view.UrlBasedViewResolver;

/**
 * Finds the template that a controller names. There is one kind of page, whatever is said to be
 * accepted: by its name this takes the place of the resolver that would compare kinds first.
 */
@Component("viewResolver")
class TemplateViews extends UrlBasedViewResolver {
  private final Templates templates;

  TemplateViews(Templates templates) {
    this.templates = templates;
    setViewClass(TemplateView.class);
    setExposePathVariables(false);
    // Before the resolver that knows Spring Boot's own error page.
    setOrder(0);
  }

  @Override
  protected AbstractUrlBasedView instantiateView() {
    return new TemplateView(templates);
  }
}
