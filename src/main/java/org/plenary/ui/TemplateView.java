package org.plenary.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.AbstractUrlBasedView;

/**
 * A page made by a template. It is made whole before anything is sent, so that a failure becomes an
 * error page and not half of one.
 */
class TemplateView extends AbstractUrlBasedView {
  private final Templates templates;

  TemplateView(Templates templates) {
    this.templates = templates;
    setContentType("text/html;charset=UTF-8");
  }

  @Override
  public boolean checkResource(Locale locale) {
    return templates.has(name());
  }

  @Override
  protected void renderMergedOutputModel(
      Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale locale = RequestContextUtils.getLocale(request);
    CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    byte[] page = templates.page(name(), locale, csrf, model);
    response.setLocale(locale);
    response.setContentType(getContentType());
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }

  private String name() {
    return Objects.requireNonNull(getUrl());
  }
}
