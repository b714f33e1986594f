package org.plenary.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The check digit of an ORCID iD. */
class OrcidTest {
  // The first two stand in ORCID's own description of the identifier.
  @ParameterizedTest
  @ValueSource(strings = {"0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"})
  void rightOnesAreTaken(String id) {
    assertThat(Orcid.isValid(id)).isTrue();
  }

  @Test
  void everyWrongDigitIsFound() {
    String right = "0000-0002-1825-0097";
    for (int at = 0; at < right.length(); at++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        if (right.charAt(at) != '-' && right.charAt(at) != digit) {
          String wrong = right.substring(0, at) + digit + right.substring(at + 1);
          assertThat(Orcid.isValid(wrong)).as(wrong).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0000000218250097",
        "0000-0002-1825-009",
        "0000-0002-1694-233x",
        " 0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0097",
        "٠٠٠٠-0002-1825-0097"
      })
  void anotherFormIsNot(String id) {
    assertThat(Orcid.isValid(id)).isFalse();
  }
}
