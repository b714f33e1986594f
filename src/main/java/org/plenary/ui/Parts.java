package org.plenary.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import java.util.concurrent.atomic.AtomicBoolean;

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
    Button button = button(text, click);
    button.addThemeVariants(ButtonVariant.PRIMARY);
    return button;
  }

  /**
   * A button that takes no second click before the first one was answered. It is not disabled
   * meanwhile, for that would take the focus away from who works by keyboard.
   */
  public static Button button(String text, Runnable click) {
    Button button = new Button(text);
    button.addAttachListener(
        e ->
            button
                .getElement()
                .executeJs(
                    """
                    if (this.patient) return;
                    this.patient = true;
                    this.addEventListener("click", (event) => {
                      if (this.waiting) {
                        event.stopImmediatePropagation();
                        event.preventDefault();
                      } else {
                        this.waiting = true;
                        setTimeout(() => { this.waiting = false; }, 15000);
                      }
                    }, { capture: true });
                    """));
    button.addClickListener(
        e -> {
          try {
            click.run();
          } finally {
            button.getElement().executeJs("this.waiting = false");
          }
        });
    return button;
  }

  /**
   * Asks before a step that cannot be taken back; the step is taken once however often the answer
   * is given.
   *
   * @param means what follows from it
   * @param confirm the step's own verb
   */
  public static ConfirmDialog ask(String header, String means, String confirm, Runnable step) {
    ConfirmDialog dialog = new ConfirmDialog();
    dialog.setHeader(header);
    dialog.setText(means);
    dialog.setCancelable(true);
    dialog.setCancelText(dialog.getTranslation("dialog.cancel"));
    dialog.setConfirmText(confirm);
    AtomicBoolean answered = new AtomicBoolean();
    dialog.addConfirmListener(
        e -> {
          if (!answered.getAndSet(true)) {
            step.run();
          }
        });
    dialog.open();
    return dialog;
  }

  /** Says that something was done and offers to take it back, for ten seconds. */
  public static void undo(String text, Runnable back) {
    Notification note = new Notification();
    note.setDuration(10_000);
    note.setPosition(Notification.Position.BOTTOM_START);
    Button undo =
        button(
            note.getTranslation("undo"),
            () -> {
              note.close();
              back.run();
            });
    undo.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
    note.add(div("row", new Span(text), undo));
    note.open();
  }

  /** Says that something was done; gone by itself, read out by screen readers. */
  public static void done(String text) {
    Notification.show(text, 4_000, Notification.Position.BOTTOM_START);
  }
}
