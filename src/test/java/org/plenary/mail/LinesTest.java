package org.plenary.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people typed does nothing in a mail but be read. */
class LinesTest {
  @Test
  void aLineStaysOneLine() {
    assertThat(Lines.one("A title\r\nBcc: x@example.org\u2028\u0000\u0085more\u202Etxt"))
        .isEqualTo("A title Bcc: x@example.org moretxt");
    assertThat(Lines.one("سلام و درود می‌رود")).as("joiners stay").isEqualTo("سلام و درود می‌رود");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see http://evil.example/a?b=c",
        "HTTPS://EVIL.EXAMPLE",
        "www.evil.example",
        "evil.example/path",
        "mail me@evil.example now"
      })
  void noAddressIsLeftToMakeALinkOf(String typed) {
    String text = Lines.unlinked(typed);
    assertThat(text).doesNotContainIgnoringCase("evil.example").doesNotContain("://");
    assertThat(text.replace("\u200B", "")).as("read the same").isEqualTo(typed);
  }

  @Test
  void ordinaryTextIsLeftAlone() {
    String plain = "Costs fell by 3.5 percent, e.g. in 2024. Why? See p. 12.";
    assertThat(Lines.unlinked(plain)).isEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/invitations/x",
        "/account/confirm/abc",
        "/workspace/sign-in/abc",
        "/mail/stop/abc",
        "/workspace/papersecret"
      })
  void aLinkIsASecretUnlessItIsKnownNotToBe(String path) {
    assertThat(Lines.isSecret(path)).isTrue();
    assertThat(Lines.isSecret("/workspace/papers/REM-2026-001")).isFalse();
    assertThat(Lines.masked("go to /invitations/q8ZkT1nP0_yB-4wXs9LmD7eR2u now"))
        .isEqualTo("go to /invitations/… now");
  }
}
