package org.plenary.bench;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Workspace pages held open as browser tabs would, without a browser. */
final class Workspaces {
  private final String base;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  Workspaces(String base) {
    this.base = base;
  }

  /** Signs in as a sample person. */
  void signIn(String email, String password) throws Exception {
    String form = "username=" + encode(email) + "&password=" + encode(password);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(base + "/workspace/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    String to = answer.headers().firstValue("Location").orElse("");
    if (answer.statusCode() != 302 || to.contains("sign-in")) {
      throw new IllegalStateException("not signed in: " + answer.statusCode() + " " + to);
    }
  }

  /** Opens a page: what the client asks first and then, after which the server holds its state. */
  void open(String path) throws Exception {
    HttpResponse<String> first =
        http.send(
            HttpRequest.newBuilder(
                    URI.create(base + "/workspace/?v-r=init&location=" + encode(path) + "&query="))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    Matcher key = Pattern.compile("\"Vaadin-Security-Key\":\"([^\"]+)\"").matcher(first.body());
    Matcher ui = Pattern.compile("\"v-uiId\":(\\d+)").matcher(first.body());
    if (first.statusCode() != 200 || !key.find() || !ui.find()) {
      throw new IllegalStateException("no page: " + first.statusCode());
    }
    String navigate =
        "{\"csrfToken\":\"%s\",\"rpc\":[{\"type\":\"event\",\"node\":1,\"event\":\"ui-navigate\",\"data\":{"
                .formatted(key.group(1))
            + "\"route\":\"%s\",\"query\":\"\",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}}],"
                .formatted(path)
            + "\"syncId\":0,\"clientId\":0}";
    HttpResponse<String> shown =
        http.send(
            HttpRequest.newBuilder(URI.create(base + "/workspace/?v-r=uidl&v-uiId=" + ui.group(1)))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(navigate))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (shown.statusCode() != 200 || !shown.body().contains("vaadin-app-layout")) {
      throw new IllegalStateException("no view: " + shown.statusCode() + " " + shown.body());
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
