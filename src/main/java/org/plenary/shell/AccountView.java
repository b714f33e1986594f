package org.plenary.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.PermitAll;
import org.plenary.bodies.Actors;
import org.plenary.bodies.Bodies;
import org.plenary.people.Accounts;
import org.plenary.people.Organisations;
import org.plenary.people.People;
import org.plenary.people.Profiles;
import org.plenary.ui.Missing;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;

/** My own account: what I say of myself, my password, my sessions. */
@Route("account")
@PermitAll
class AccountView extends Page implements BeforeLeaveObserver {
  private final transient Accounts accounts;
  private final transient Actors actors;
  private final transient Sessions sessions;
  private final transient AuthenticationContext authentication;
  private final ProfileForm profile;
  private final PasswordField old = new PasswordField(getTranslation("account.password.old"));
  private final PasswordField fresh = new PasswordField(getTranslation("account.password.new"));

  AccountView(
      Accounts accounts,
      Profiles profiles,
      Organisations organisations,
      Bodies bodies,
      Actors actors,
      Sessions sessions,
      AuthenticationContext authentication) {
    this.accounts = accounts;
    this.actors = actors;
    this.sessions = sessions;
    this.authentication = authentication;
    head(getTranslation("nav.account"));
    add(Parts.line(getTranslation("account.email", actors.currentPerson().orElseThrow().email())));
    profile = new ProfileForm(profiles, organisations, bodies, actors.current());
    add(profile);
    add(section(getTranslation("account.password")), password());
    add(
        section(getTranslation("account.sessions")),
        Parts.line(getTranslation("account.sessions.help")),
        Parts.button(getTranslation("account.everywhere"), this::everywhere));
  }

  private Component password() {
    old.getElement().setAttribute("autocomplete", "current-password");
    fresh.getElement().setAttribute("autocomplete", "new-password");
    fresh.setHelperText(getTranslation("accounts.password.hint", Accounts.SHORTEST_PASSWORD));
    return Parts.div(
        "password-form",
        old,
        fresh,
        Parts.div(
            "actions",
            Parts.button(getTranslation("account.password.change"), this::changePassword)));
  }

  private void changePassword() {
    Missing missing = new Missing();
    missing.check(old, old.isEmpty(), "account.password.old");
    missing.check(fresh, fresh.isEmpty(), "account.password.new");
    missing.refuse();
    People.Account now =
        accounts.changePassword(actors.current(), old.getValue(), fresh.getValue());
    sessions.goOn(now, VaadinServletRequest.getCurrent().getHttpServletRequest());
    old.clear();
    fresh.clear();
    Parts.done(getTranslation("account.password.changed"));
  }

  private void everywhere() {
    Parts.ask(
        getTranslation("account.everywhere.ask"),
        getTranslation("account.everywhere.means"),
        getTranslation("account.everywhere"),
        () -> {
          accounts.signOutEverywhere(actors.current());
          authentication.logout();
        });
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    profile.unsaved().ask(event);
  }
}
