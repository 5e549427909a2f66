package org.kvarter.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelBudgetTest {

    @ParameterizedTest
    @CsvSource({
        "1920, 1080, 200000, 304, 300, 400, 300, 400",
        "1366,  768, 180000, 288, 600, 600, 294, 294",
        "1366,  768, 180000, 288, 200, 600, 200, 389",
        "1366,  768, 180000, 288, 600, 0,   589, 0",
        " 960,  600, 180000, 288, 500, 500, 160, 160"})
    void leavesTwoThirdsToTheTwin(double width, double height, double fixed, double panel, double left, double right, double givenLeft,
                                  double givenRight) {
        double[] given = new PanelBudget(width, height, fixed).heights(panel, left, right);
        assertThat(given[0]).isCloseTo(givenLeft, org.assertj.core.data.Offset.offset(1.0));
        assertThat(given[1]).isCloseTo(givenRight, org.assertj.core.data.Offset.offset(1.0));
    }
}
