package org.plenary.site;

import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.plenary.kernel.DomainException;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** What the public pages with a form about an account have in common. */
@Component
class AccountForms {
  /** Where the message of a refusal is shown: beside the field it is about. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "people.email.form", "email",
          "people.name.missing", "name",
          "people.country.missing", "country",
          "people.password.short", "password",
          "people.password.long", "password",
          "people.password.email", "password");

  private final MessageSource texts;

  AccountForms(MessageSource texts) {
    this.texts = texts;
  }

  /** Nothing of such a page is kept, passed on or found. */
  void prepare(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
    // The script that shows a password and knows the time zone; without it both are done by hand.
    response.setHeader("Content-Security-Policy", SecurityHeaders.POLICY + "; script-src 'self'");
  }

  /** The form with what is wrong, beside the field. */
  AccountForm refuse(
      HttpServletResponse response, AccountForm form, DomainException refusal, Locale locale) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form.with(
        FIELDS.getOrDefault(refusal.key(), "form"),
        texts.getMessage(refusal.key(), refusal.arguments().toArray(), locale));
  }

  /** The form that says that it is too much at once. */
  AccountForm hold(HttpServletResponse response, AccountForm form, Locale locale) {
    response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
    return form.with("form", texts.getMessage("accounts.wait", null, locale));
  }

  /** The zone of the browser, where its script could say; it can be changed later. */
  static ZoneId zone(String claimed) {
    try {
      return ZoneId.of(claimed);
    } catch (DateTimeException e) {
      return ZoneId.of("UTC");
    }
  }
}
