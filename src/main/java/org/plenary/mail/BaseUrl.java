package org.plenary.mail;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** This site's configured address, the only one that a link in a mail begins with. */
@Component
class BaseUrl {
  private final String url;

  BaseUrl(@Value("${plenary.base-url}") String url) {
    this.url = url.replaceFirst("/+$", "");
  }

  String of(String path) {
    return url + path;
  }

  /** Whether the site is reached from this machine alone, as when it is tried. */
  boolean isLocal() {
    return host().equals("localhost") || host().equals("127.0.0.1");
  }

  String host() {
    String host = URI.create(url).getHost();
    return host == null ? "localhost" : host;
  }
}
