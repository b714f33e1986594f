package org.plenary.papers.ui;

import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import org.plenary.kernel.Actor;
import org.plenary.papers.PaperPage;
import org.plenary.papers.Withdrawals;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/** Asks before a paper is taken back, and for the reason. */
class WithdrawDialog extends Dialog {
  WithdrawDialog(Withdrawals withdrawals, Actor actor, PaperPage paper, Runnable after) {
    setHeaderTitle(getTranslation("paper.withdraw.ask", paper.reference()));
    setWidth("36rem");
    TextArea reason = new TextArea(getTranslation("paper.withdraw.why"));
    reason.setRequiredIndicatorVisible(true);
    reason.setMinRows(4);
    Typing.atMost(reason, Withdrawals.LONGEST_REASON);
    add(Parts.div("dialog-body", new Span(getTranslation("paper.withdraw.means")), reason));
    var withdraw =
        Parts.primary(
            getTranslation("paper.withdraw"),
            () -> {
              if (reason.getValue().isBlank()) {
                reason.setErrorMessage(getTranslation("paper.withdraw.reason"));
                reason.setInvalid(true);
                reason.focus();
                return;
              }
              withdrawals.withdraw(actor, paper.id(), reason.getValue());
              close();
              Parts.done(getTranslation("paper.withdraw.done", paper.reference()));
              after.run();
            });
    withdraw.addThemeVariants(ButtonVariant.ERROR);
    getFooter().add(Parts.button(getTranslation("dialog.cancel"), this::close), withdraw);
    addOpenedChangeListener(
        e -> {
          if (e.isOpened()) {
            reason.focus();
          }
        });
  }
}
