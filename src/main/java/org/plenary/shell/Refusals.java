package org.plenary.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.DomainException;
import org.plenary.kernel.NotFoundException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;

/**
 * Tells a person why a step did not happen. A refusal by the rules is said in its own words; a
 * fault gets a number that the log knows, and nothing of the fault itself.
 */
@Component
class Refusals implements VaadinServiceInitListener, ErrorHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  @Override
  public void serviceInit(ServiceInitEvent event) {
    event.getSource().addSessionInitListener(s -> s.getSession().setErrorHandler(this));
  }

  @Override
  public void error(ErrorEvent event) {
    UI ui = UI.getCurrent();
    if (ui == null) {
      LOG.error("Outside a page", event.getThrowable());
      return;
    }
    ui.access(() -> show(message(ui, event.getThrowable())));
  }

  static String message(UI ui, @Nullable Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case DomainException refusal -> {
          return ui.getTranslation(refusal.key(), refusal.arguments().toArray());
        }
        case NotFoundException absent -> {
          return ui.getTranslation("error.absent");
        }
        case OptimisticLockingFailureException overtaken -> {
          return ui.getTranslation("error.overtaken");
        }
        default -> {}
      }
    }
    String number = UUID.randomUUID().toString().substring(0, 8);
    LOG.error("Fault {}", number, fault);
    return ui.getTranslation("error.fault", number);
  }

  private static void show(String text) {
    Notification notification = new Notification(text, 10_000, Notification.Position.TOP_CENTER);
    notification.addThemeVariants(NotificationVariant.ERROR);
    notification.setAssertive(true);
    notification.open();
  }
}
