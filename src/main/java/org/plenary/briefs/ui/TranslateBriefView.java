package org.plenary.briefs.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plenary.bodies.Actors;
import org.plenary.briefs.BriefDraft;
import org.plenary.briefs.BriefPage;
import org.plenary.briefs.BriefPage.InLanguage;
import org.plenary.briefs.BriefState;
import org.plenary.briefs.BriefTranslation;
import org.plenary.briefs.BriefTranslations;
import org.plenary.briefs.Briefs;
import org.plenary.kernel.Actor;
import org.plenary.kernel.NotFoundException;
import org.plenary.ui.Labels;
import org.plenary.ui.Page;
import org.plenary.ui.Parts;
import org.plenary.ui.Typing;
import org.plenary.ui.Unsaved;

/** Saying a brief in another language, part by part beside the original. */
@Route("briefs/translate")
@PermitAll
class TranslateBriefView extends Page implements HasUrlParameter<String>, BeforeLeaveObserver {
  /** The parameter that names the language. */
  static final String INTO = "into";

  private final transient Briefs briefs;
  private final transient BriefTranslations translations;
  private final transient Actors actors;
  private final transient Unsaved unsaved = new Unsaved(this);
  private String language = "";

  TranslateBriefView(Briefs briefs, BriefTranslations translations, Actors actors) {
    this.briefs = briefs;
    this.translations = translations;
    this.actors = actors;
  }

  @Override
  public void setParameter(BeforeEvent event, String of) {
    Actor actor = actors.current();
    BriefPage brief = briefs.page(actor, Slugs.of(event));
    language =
        event
            .getLocation()
            .getQueryParameters()
            .getSingleParameter(INTO)
            .filter(Choices.LANGUAGES::contains)
            .filter(code -> !code.equals(brief.content().language()))
            .orElseThrow(() -> new NotFoundException("a language to translate into"));
    Optional<InLanguage> known =
        brief.translations().stream().filter(t -> t.language().equals(language)).findFirst();
    if (!brief.may().translate() || known.filter(t -> !t.mayWrite()).isPresent()) {
      throw new NotFoundException("translation of " + brief.slug());
    }
    Form form = new Form(brief.content());
    known.ifPresent(t -> form.show(translations.words(actor, brief.id(), language)));
    removeAll();
    head(getTranslation("brief.translate.title", Labels.language(language)));
    add(new Anchor("briefs/" + brief.slug(), brief.content().title()));
    add(Parts.line(getTranslation("brief.translate.about")));
    add(form);
    Div foot = Parts.div("actions foot");
    if (brief.state() == BriefState.PUBLISHED) {
      foot.add(
          Parts.primary(getTranslation("brief.translate.hand"), () -> hand(brief, form)),
          Parts.button(getTranslation("brief.save"), () -> save(brief.id(), form)));
    } else {
      foot.add(Parts.primary(getTranslation("brief.save"), () -> save(brief.id(), form)));
    }
    add(foot);
  }

  @Override
  public void beforeLeave(BeforeLeaveEvent event) {
    unsaved.ask(event);
  }

  private void save(UUID brief, Form form) {
    translations.translate(actors.current(), brief, form.words());
    unsaved.kept();
    Parts.done(getTranslation("brief.translate.saved"));
  }

  private void hand(BriefPage brief, Form form) {
    translations.translate(actors.current(), brief.id(), form.words());
    unsaved.kept();
    translations.hand(actors.current(), brief.id(), language);
    Parts.done(getTranslation("brief.translate.handed"));
    UI.getCurrent().navigate(BriefView.class, brief.slug());
  }

  /** A field for each part of the original. */
  private final class Form extends Div {
    private final TextArea title = new TextArea(getTranslation("brief.field.title"));
    private final TextArea summary = new TextArea(getTranslation("brief.field.summary"));
    private final TextArea audience = new TextArea(getTranslation("brief.audience"));
    private final List<TextArea> messages = new ArrayList<>();
    private final BodyField body = new BodyField();
    private final List<TextArea> what = new ArrayList<>();
    private final List<TextArea> who = new ArrayList<>();
    private final List<TextArea> examples = new ArrayList<>();
    private final List<String> countries = new ArrayList<>();

    Form(BriefDraft original) {
      addClassName("brief-form");
      Typing.atMost(title, BriefDraft.LONGEST_TITLE);
      Typing.atMost(summary, BriefDraft.LONGEST_SUMMARY);
      title.setRequiredIndicatorVisible(true);
      pair(title, original.title(), original);
      pair(summary, original.summary(), original);
      pair(limited(audience, BriefDraft.LONGEST_AUDIENCE), original.audience(), original);
      for (String message : original.keyMessages()) {
        messages.add(
            limited(
                new TextArea(getTranslation("brief.field.key.row", messages.size() + 1)),
                BriefDraft.LONGEST_KEY_MESSAGE));
        pair(messages.getLast(), message, original);
      }
      body.speak(language);
      add(body, prose(original));
      for (BriefDraft.Option option : original.options()) {
        int number = what.size() + 1;
        what.add(
            limited(
                new TextArea(getTranslation("brief.translate.option", number)),
                BriefDraft.LONGEST_OPTION));
        pair(what.getLast(), option.what(), original);
        who.add(
            limited(
                new TextArea(getTranslation("brief.translate.option.who", number)),
                BriefDraft.LONGEST_WHO));
        pair(who.getLast(), option.who(), original);
      }
      for (BriefDraft.Example example : original.examples()) {
        String country = Choices.country(example.country());
        countries.add(example.country());
        examples.add(
            limited(
                new TextArea(getTranslation("brief.translate.example", country)),
                BriefDraft.LONGEST_EXAMPLE));
        pair(examples.getLast(), example.text(), original);
      }
    }

    private TextArea limited(TextArea field, int most) {
      Typing.atMost(field, most);
      return field;
    }

    private void pair(TextArea field, String text, BriefDraft original) {
      field.setMinRows(1);
      field.getElement().setAttribute("lang", language);
      Span said = new Span(text);
      said.getElement().setAttribute("lang", original.language()).setAttribute("dir", "auto");
      add(Parts.div("beside", field, Parts.div("preview-side", label(), said)));
    }

    private Component prose(BriefDraft original) {
      Div text = Parts.div("card preview", WrittenText.of(original.body()));
      text.getElement()
          .setAttribute("lang", original.language())
          .setAttribute("tabindex", "0")
          .setAttribute("role", "region")
          .setAttribute("aria-label", getTranslation("brief.translate.original"));
      return Parts.div("stack", label(), text);
    }

    private Span label() {
      Span label = new Span(getTranslation("brief.translate.original"));
      label.addClassName("field-label");
      return label;
    }

    void show(BriefTranslation words) {
      title.setValue(words.title());
      summary.setValue(words.summary());
      audience.setValue(words.audience());
      body.text.setValue(words.body());
      fill(messages, words.keyMessages());
      fill(what, words.options().stream().map(BriefTranslation.Option::what).toList());
      fill(who, words.options().stream().map(BriefTranslation.Option::who).toList());
      fill(examples, words.examples().stream().map(BriefDraft.Example::text).toList());
    }

    private static void fill(List<TextArea> fields, List<String> values) {
      for (int i = 0; i < Math.min(fields.size(), values.size()); i++) {
        fields.get(i).setValue(values.get(i));
      }
    }

    BriefTranslation words() {
      title.setInvalid(title.isEmpty());
      List<BriefTranslation.Option> options = new ArrayList<>();
      for (int i = 0; i < what.size(); i++) {
        options.add(new BriefTranslation.Option(text(what.get(i)), text(who.get(i))));
      }
      List<BriefDraft.Example> said = new ArrayList<>();
      for (int i = 0; i < examples.size(); i++) {
        if (!examples.get(i).isEmpty()) {
          said.add(new BriefDraft.Example(countries.get(i), text(examples.get(i))));
        }
      }
      return new BriefTranslation(
          language,
          text(title),
          text(summary),
          text(audience),
          messages.stream().map(Form::text).toList(),
          body.text.getValue(),
          options,
          said);
    }

    private static String text(TextArea field) {
      return field.getValue().strip();
    }
  }
}
