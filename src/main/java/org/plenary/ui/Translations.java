package org.plenary.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Gives the workspace the same message bundles that the public pages and the mails use. */
@Component
class Translations implements I18NProvider {
  private final transient MessageSource messages;

  Translations(MessageSource messages) {
    this.messages = messages;
  }

  @Override
  public List<Locale> getProvidedLocales() {
    return List.of(Locale.ENGLISH);
  }

  @Override
  public String getTranslation(String key, Locale locale, Object... params) {
    return messages.getMessage(key, params.length == 0 ? null : params, Locale.ENGLISH);
  }
}
