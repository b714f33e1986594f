package org.plenary.review.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.Locale;
import org.plenary.kernel.Actor;
import org.plenary.review.Deadlines;
import org.plenary.review.Lengths;
import org.plenary.review.ReviewPage;
import org.plenary.ui.Missing;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;

/** A reviewer asks for more time. */
class MoreTime extends Dialog {
  private static final int A_WEEK = 7;

  MoreTime(Deadlines deadlines, Actor actor, ReviewPage page, LocalDate today, Runnable asked) {
    super("");
    setHeaderTitle(getTranslation("moreTime.ask"));
    setWidth("32rem");
    LocalDate from = page.due().isBefore(today) ? today : page.due();
    DatePicker until = new DatePicker(getTranslation("moreTime.until"));
    until.setLocale(Locale.UK);
    until.setMin(from.plusDays(1));
    until.setMax(today.plusDays(Deadlines.MOST_DAYS));
    until.setValue(from.plusDays(A_WEEK));
    TextArea why = new TextArea(getTranslation("moreTime.why"));
    why.setWidthFull();
    why.setHelperText(getTranslation("moreTime.why.help"));
    Typing.atMost(why, Lengths.NOTE);
    add(Parts.div("dialog-body", until, why));
    getFooter()
        .add(
            Parts.button(getTranslation("dialog.cancel"), this::close),
            Parts.primary(
                getTranslation("moreTime.send"),
                () -> {
                  Missing missing = new Missing();
                  missing.check(until, until.getValue() == null, "moreTime.until");
                  missing.check(why, why.getValue().isBlank(), "moreTime.why");
                  missing.refuse();
                  deadlines.ask(actor, page.id(), until.getValue(), why.getValue());
                  close();
                  Parts.done(getTranslation("moreTime.done"));
                  asked.run();
                }));
  }
}
