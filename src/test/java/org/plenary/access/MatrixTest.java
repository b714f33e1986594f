package org.plenary.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The matrix finds what is planted: a wrong cell, a method without a row, a row without one. */
class MatrixTest {
  private static final List<String> COLUMNS = List.of("public", "chair");
  private static final String TEXT =
      """
      # What stands behind a # is for people.
      == papers ==              public  chair
      Papers.page(UUID)         hidden  yes
      Papers.page(UUID)@late    hidden  no     # nobody any more
      Papers.follow(UUID)       internal: the case calls it
      == search ==
      Search.readable(Query)    empty   yes
      """;

  private static final Map<String, List<String>> TRUE =
      Map.of(
          "papers Papers.page(UUID)", List.of("hidden", "yes"),
          "papers Papers.page(UUID)@late", List.of("hidden", "no"),
          "search Search.readable(Query)", List.of("empty", "yes"));

  private static final List<String> METHODS =
      List.of(
          "papers Papers.page(UUID)",
          "papers Papers.follow(UUID)",
          "search Search.readable(Query)");

  private final Matrix matrix = Matrix.read(TEXT, COLUMNS);

  @Test
  void whatIsAsItStandsThereIsNoDifference() {
    assertThat(matrix.differences(TRUE)).isEmpty();
    assertThat(matrix.strangers(METHODS)).isEmpty();
    assertThat(matrix.unexplained()).isEmpty();
  }

  @Test
  void aPlantedCellIsFoundInBothDirections() {
    var opened = new java.util.HashMap<>(TRUE);
    opened.put("papers Papers.page(UUID)", List.of("yes", "yes"));
    opened.put("search Search.readable(Query)", List.of("empty", "empty"));
    assertThat(matrix.differences(opened).lines())
        .as("all of them, and nothing else")
        .hasSize(3)
        .anyMatch(line -> line.matches("papers Papers\\.page\\(UUID\\) +public +hidden +yes"))
        .anyMatch(line -> line.matches("search Search\\.readable\\(Query\\) +chair +yes +empty"));
  }

  @Test
  void whatWasNotCalledAndWhatNobodyExpectedIsFound() {
    assertThat(matrix.differences(Map.of("papers Papers.new()", List.of("yes", "yes"))))
        .contains("papers Papers.new()", "no row", "was not called");
    var called = new java.util.HashMap<>(TRUE);
    called.put("papers Papers.follow(UUID)", List.of("hidden", "hidden"));
    assertThat(matrix.differences(called)).contains("no call");
  }

  @Test
  void aMethodWithoutARowAndARowWithoutAMethodAreNamed() {
    assertThat(
            matrix.strangers(List.of("papers Papers.leak(UUID)", METHODS.get(0), METHODS.get(2))))
        .containsExactly(
            "no row for papers Papers.leak(UUID)", "no method for papers Papers.follow(UUID)");
  }

  @Test
  void aRowThatNobodyMaySaysWhy() {
    assertThat(Matrix.read("== a ==\nB.c() hidden no", COLUMNS).unexplained()).hasSize(1);
  }

  @Test
  void aLineThatIsNoneOfItIsRefused() {
    for (String wrong :
        List.of(
            "B.c() yes yes",
            "== a ==\nB.c() yes",
            "== a ==\nB.c()",
            "== a ==\nB.c() internal:",
            "== a == chair public",
            "== a ==\nB.c() yes yes\nB.c() yes yes")) {
      assertThatThrownBy(() -> Matrix.read(wrong, COLUMNS))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("line ");
    }
  }

  @Test
  void whatItWritesIsReadBackTheSame() {
    String written = matrix.written(TRUE, METHODS);
    Matrix again = Matrix.read(written, COLUMNS);
    assertThat(again.rows()).isEqualTo(matrix.rows());
    assertThat(again.differences(TRUE)).isEmpty();
  }
}
