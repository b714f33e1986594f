package org.plenary.people;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.plenary.kernel.DomainException;

/** What a person typed, as it is kept: or a refusal that says what is wrong with it. */
final class Typed {
  // What mail servers take is wider; what is refused here would be a slip or a trick.
  private static final Pattern EMAIL =
      Pattern.compile(
          "[^\\s\\p{Cntrl}@<>()\\[\\]\\\\,;:\"]{1,64}@[\\p{Alnum}.-]+\\.[\\p{Alnum}-]{2,}");

  private Typed() {}

  static String email(String typed) {
    String email = typed.strip().toLowerCase(Locale.ROOT);
    if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
      throw new DomainException("people.email.form");
    }
    return email;
  }

  static String name(String typed) {
    String name = line(typed, 200);
    if (name.isEmpty()) {
      throw new DomainException("people.name.missing");
    }
    return name;
  }

  /** One line of at most so many characters. */
  static String line(String typed, int most) {
    String line = typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    if (line.length() > most) {
      throw new DomainException("form.long", most, line.length());
    }
    return line;
  }

  static String country(String typed) {
    if (!typed.matches("[A-Z]{2}")) {
      throw new DomainException("people.country.missing");
    }
    return typed;
  }

  /** Length is what makes a password hard to guess; of what it is made is the person's choice. */
  static String password(String typed, String email) {
    if (typed.codePointCount(0, typed.length()) < Accounts.SHORTEST_PASSWORD) {
      throw new DomainException("people.password.short", Accounts.SHORTEST_PASSWORD);
    }
    // The algorithm reads no more than that; the rest would count for nothing.
    if (typed.getBytes(StandardCharsets.UTF_8).length > 72) {
      throw new DomainException("people.password.long");
    }
    if (typed.strip().equalsIgnoreCase(email)) {
      throw new DomainException("people.password.email");
    }
    return typed;
  }
}
