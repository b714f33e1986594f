package org.plenary.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;

/** Small parts by name; what they look like is the style sheet's. */
public final class Parts {
  private Parts() {}

  /** How a pill is meant; its word and its sign say the same without colour. */
  public enum Tone {
    PLAIN("plain"),
    CALM(""),
    GOOD("good"),
    WARN("warn"),
    BAD("bad");

    private final String style;

    Tone(String style) {
      this.style = style;
    }
  }

  public static Span pill(String text, Tone tone) {
    Span pill = new Span(text);
    pill.addClassName("pill");
    if (!tone.style.isEmpty()) {
      pill.addClassName(tone.style);
    }
    return pill;
  }

  public static Paragraph line(String text) {
    Paragraph line = new Paragraph(text);
    line.addClassNames("small", "muted");
    return line;
  }

  /** A division with one or more style classes. */
  public static Div div(String style, Component... content) {
    Div div = new Div(content);
    div.addClassNames(style.strip().split(" +"));
    return div;
  }

  /** What stands where a list has nothing yet: what it is for and what to do. */
  public static Div empty(String text) {
    return div("empty", new Paragraph(text));
  }

  public static Button primary(String text, Runnable click) {
    Button button = new Button(text, e -> click.run());
    button.addThemeVariants(ButtonVariant.PRIMARY);
    button.setDisableOnClick(false);
    return button;
  }

  public static Button button(String text, Runnable click) {
    return new Button(text, e -> click.run());
  }

  /** Says that something was done; gone by itself, read out by screen readers. */
  public static void done(String text) {
    Notification.show(text, 4_000, Notification.Position.BOTTOM_START);
  }
}
