package org.kvarter.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 + 2 * 3 | 7", "(1 + 2) * 3 | 9", "2 - 3 - 4 | -5", "8 / 4 / 2 | 1", "-x * 2 | -10", "−x + 1 | -4", "min(x, 3) + max(x, 7) | 10",
        "2 × x ÷ 4 | 2.5", "x / 0 | NaN", "x + unknown | NaN", ".5 * x | 2.5", "1 - -1 | 2"})
    void reckons(String formula, double expected) throws FormulaException {
        assertThat(Double.valueOf(Formula.of(formula).value(n -> n.equals("x") ? 5 : Double.NaN))).isEqualTo(Double.valueOf(expected));
    }

    @Test
    void knowsItsNames() throws FormulaException {
        assertThat(Formula.of("roofShare * 2 + min(a_1, roofShare)").names()).containsExactlyInAnyOrder("roofShare", "a_1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 + | ends too early", "(1 | ends too early", "1 2 | at “2” (character 3)", "a $ b | at “$” (character 3)", "1.2.3 | at “1” (character 1)",
        "min(1) | at “)” (character 6)", "'' | ends too early"})
    void refusesWithThePlace(String formula, String part) {
        assertThatThrownBy(() -> Formula.of(formula == null ? "" : formula)).isInstanceOf(FormulaException.class).hasMessageContaining(part);
    }

    @Test
    void refusesBracketsWithoutEndInsteadOfRunningOutOfStack() {
        assertThatThrownBy(() -> Formula.of("(".repeat(100_000))).isInstanceOf(FormulaException.class);
        assertThatThrownBy(() -> Formula.of("-".repeat(100_000) + "1")).isInstanceOf(FormulaException.class);
    }
}
