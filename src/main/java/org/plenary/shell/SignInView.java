package org.plenary.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.plenary.bodies.Actors;
import org.plenary.bodies.FirstRun;
import org.plenary.ui.Parts;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.WebAttributes;

/** Signs a person in. */
@Route(value = "sign-in", autoLayout = false)
@AnonymousAllowed
class SignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {
  private final LoginForm form = new LoginForm();
  private final transient LoginI18n texts = LoginI18n.createDefault();
  private final transient Actors actors;

  SignInView(Actors actors, FirstRun firstRun) {
    this.actors = actors;
    addClassName("sign-in");
    texts.getForm().setTitle("");
    texts.getForm().setUsername(getTranslation("signIn.email"));
    texts.getForm().setPassword(getTranslation("signIn.password"));
    texts.getForm().setSubmit(getTranslation("signIn.submit"));
    texts.getErrorMessage().setTitle(getTranslation("signIn.failed"));
    texts.getErrorMessage().setMessage(getTranslation("signIn.failed.help"));
    texts.getErrorMessage().setUsername(getTranslation("signIn.email.missing"));
    texts.getErrorMessage().setPassword(getTranslation("signIn.password.missing"));
    form.setI18n(texts);
    form.setAction("sign-in");
    texts.getForm().setForgotPassword(getTranslation("signIn.forgot"));
    form.setI18n(texts);
    form.addForgotPasswordListener(e -> UI.getCurrent().getPage().setLocation("/reset-password"));
    H1 heading = new H1(getTranslation("signIn.title"));
    Paragraph about = new Paragraph(getTranslation("signIn.about"));
    about.addClassName("muted");
    Anchor library = new Anchor("/", getTranslation("signIn.library"));
    library.setRouterIgnore(true);
    Anchor register = new Anchor("/register", getTranslation("signIn.register"));
    register.setRouterIgnore(true);
    Div links = Parts.div("row", register, library);
    Div card = new Div(heading, about, form, links);
    if (firstRun.isNeeded()) {
      // Nobody can sign in yet; whoever runs the house finds where to begin in what it printed.
      Div notYet = Parts.div("notice", new Paragraph(getTranslation("signIn.firstRun")));
      notYet.getElement().setAttribute("role", "status");
      card = new Div(heading, notYet, library);
    }
    card.addClassNames("card", "page");
    add(card);
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    if (actors.currentPerson().isPresent()) {
      event.forwardTo(DeskView.class);
      return;
    }
    boolean failed = event.getLocation().getQueryParameters().getParameters().containsKey("error");
    if (failed && waits()) {
      texts.getErrorMessage().setTitle(getTranslation("signIn.wait"));
      texts.getErrorMessage().setMessage(getTranslation("signIn.wait.help"));
      form.setI18n(texts);
    }
    form.setError(failed);
  }

  private static boolean waits() {
    return VaadinSession.getCurrent()
            .getSession()
            .getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION)
        instanceof LockedException;
  }

  @Override
  public String getPageTitle() {
    return getTranslation("signIn.title") + " · Plenary";
  }
}
