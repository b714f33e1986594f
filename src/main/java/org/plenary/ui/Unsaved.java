package org.plenary.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.router.BeforeLeaveEvent;

/**
 * Knows whether something was typed into a form since it was last kept, and asks before that is
 * left behind: by the browser's own question on closing or reloading, by ours on going elsewhere in
 * the workspace.
 */
public final class Unsaved {
  private final Component form;
  private boolean typed;

  private Unsaved(Component form, boolean listens) {
    this.form = form;
    form.addDetachListener(e -> forget(e.getUI()));
    if (!listens) {
      return;
    }
    form.getElement().addEventListener("typed", e -> typed = true);
    form.addAttachListener(
        e ->
            form.getElement()
                .executeJs(
                    """
                    const asks = (event) => event.preventDefault();
                    const note = () => {
                      if (!this.typed) {
                        this.typed = true;
                        addEventListener("beforeunload", asks);
                        this.dispatchEvent(new CustomEvent("typed"));
                      }
                    };
                    // On the window, for it is asked when the form is gone already.
                    window.kept = () => {
                      this.typed = false;
                      removeEventListener("beforeunload", asks);
                    };
                    this.addEventListener("input", note);
                    this.addEventListener("change", note);
                    """));
  }

  public Unsaved(Component form) {
    this(form, true);
  }

  /** For a form that saves itself: asks only after {@link #failed}. */
  public static Unsaved ofAutosaving(Component form) {
    return new Unsaved(form, false);
  }

  /** What was typed could not be kept. */
  public void failed() {
    typed = true;
    form.getElement()
        .executeJs(
            """
            window.kept?.();
            const asks = (event) => event.preventDefault();
            addEventListener("beforeunload", asks);
            window.kept = () => removeEventListener("beforeunload", asks);
            """);
  }

  /** Everything typed so far was kept, or is not to be. */
  public void kept() {
    typed = false;
    form.getUI().ifPresent(Unsaved::forget);
  }

  private static void forget(UI ui) {
    ui.getPage().executeJs("window.kept?.()");
  }

  /** To be called by the view that holds the form. */
  public void ask(BeforeLeaveEvent event) {
    if (typed) {
      BeforeLeaveEvent.ContinueNavigationAction go = event.postpone();
      ConfirmDialog dialog =
          Parts.ask(
              form.getTranslation("unsaved.ask"),
              form.getTranslation("unsaved.means"),
              form.getTranslation("unsaved.stay"),
              go::cancel);
      // What takes nothing away is what Enter does.
      dialog.setCancelable(false);
      dialog.setCloseOnEsc(false);
      dialog.setRejectable(true);
      dialog.setRejectText(form.getTranslation("unsaved.leave"));
      dialog.addRejectListener(
          e -> {
            kept();
            go.proceed();
          });
    }
  }
}
