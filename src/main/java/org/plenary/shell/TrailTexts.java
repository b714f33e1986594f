package org.plenary.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plenary.audit.TrailLine;
import org.plenary.people.People;
import org.plenary.people.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How lines of the trace read: actions in words, persons by name. */
@Component
class TrailTexts {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final MessageSource texts;
  private final People people;

  TrailTexts(MessageSource texts, People people) {
    this.texts = texts;
    this.people = people;
  }

  /** The action in words; its code where it has none yet. */
  String action(String code) {
    return Objects.requireNonNull(
        texts.getMessage("audit.action." + code, null, code, Locale.ENGLISH));
  }

  /** Each line's detail with the names of the persons in it, by the line's number; one query. */
  Map<Long, String> details(List<TrailLine> lines) {
    Set<UUID> ids =
        lines.stream()
            .filter(line -> line.detail() != null)
            .flatMap(line -> ID.matcher(line.detail()).results())
            .map(found -> UUID.fromString(found.group()))
            .collect(Collectors.toSet());
    Map<UUID, Person> names = people.byIds(ids);
    return lines.stream()
        .collect(
            Collectors.toMap(
                TrailLine::seq, line -> line.detail() == null ? "" : named(line.detail(), names)));
  }

  private static String named(String detail, Map<UUID, Person> names) {
    return ID.matcher(detail)
        .replaceAll(
            found -> {
              Person person = names.get(UUID.fromString(found.group()));
              return Matcher.quoteReplacement(person == null ? found.group() : person.name());
            });
  }
}
