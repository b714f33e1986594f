package org.plenary.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The iDs are those that ORCID itself publishes as examples. */
class OrcidTest {
  @ParameterizedTest
  @ValueSource(strings = {"0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"})
  void right(String orcid) {
    assertThat(Orcid.isValid(orcid)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000-0002-1825-0098",
        "0000-0002-1852-0097",
        "0000-0002-1694-233x",
        "0000000218250097",
        "0000-0002-1825-009",
        "٠٠٠٠-0002-1825-0097",
        ""
      })
  void wrong(String orcid) {
    assertThat(Orcid.isValid(orcid)).isFalse();
  }
}
