package org.plenary.ui;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriUtils;

/**
 * What every template has at hand: texts, dates and names in the reader's language, and parts of
 * addresses. Made for one page.
 */
public final class Html {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy");
  private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMM yyyy");

  private final MessageSource texts;
  private final Locale locale;
  private final boolean sample;
  private final @Nullable CsrfToken csrf;

  Html(MessageSource texts, Locale locale, boolean sample, @Nullable CsrfToken csrf) {
    this.texts = texts;
    this.locale = locale;
    this.sample = sample;
    this.csrf = csrf;
  }

  /** The text of this key, with its arguments; the key itself rather than no page. */
  public String text(String key, Object... arguments) {
    return Objects.requireNonNullElse(texts.getMessage(key, arguments, key, locale), key);
  }

  /** 22 November 2026. */
  public String day(LocalDate day) {
    return DAY.withLocale(locale).format(day);
  }

  /** 22 Nov 2026. */
  public String shortDay(LocalDate day) {
    return SHORT_DAY.withLocale(locale).format(day);
  }

  /** The country's name in the reader's language. */
  public String country(String code) {
    return Labels.country(code, locale);
  }

  /** The codes of all countries, by their names in the reader's language. */
  public List<String> countries() {
    return Labels.countries(locale);
  }

  /** The language's name in itself. */
  public String language(String code) {
    return Labels.language(code);
  }

  /** A value as one segment of a path: nothing in it ends the segment. */
  public String segment(String value) {
    return UriUtils.encodePathSegment(value, StandardCharsets.UTF_8);
  }

  /** A value as that of a parameter: nothing in it ends the parameter. */
  public String parameter(String value) {
    return UriUtils.encode(value, StandardCharsets.UTF_8);
  }

  /** The language of the page's own words. */
  public String lang() {
    return locale.getLanguage();
  }

  /**
   * Whether what is shown is the sample partnership, so that every page says that it is fiction.
   */
  public boolean isSample() {
    return sample;
  }

  /** What a form has to carry if the request asked for it; null where no session is to be kept. */
  public @Nullable CsrfToken csrf() {
    return csrf;
  }
}
