package org.plenary.site;

/**
 * What was typed into a form about an account, and what is wrong with it.
 *
 * @param country its code; empty as long as none is chosen
 * @param wrong the field that the message is about, {@code form} for all of it, empty if none
 */
public record AccountForm(
    String name, String email, String affiliation, String country, String wrong, String message) {
  static final AccountForm EMPTY = new AccountForm("", "", "", "", "", "");

  static AccountForm of(String name, String email) {
    return new AccountForm(name, email, "", "", "", "");
  }

  /** Whether the message is about this field. */
  public boolean isWrong(String field) {
    return wrong.equals(field);
  }

  AccountForm from(String affiliation, String country) {
    return new AccountForm(name, email, affiliation, country, wrong, message);
  }

  AccountForm with(String wrong, String message) {
    return new AccountForm(name, email, affiliation, country, wrong, message);
  }
}
