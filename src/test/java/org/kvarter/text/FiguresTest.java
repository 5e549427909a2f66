package org.kvarter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "0 | 0", "0.123456 | 0.123", "1.005 | 1", "12.34 | 12.3", "123.4 | 123", "12345.6 | 12,346", "1234567 | 1,230,000",
        "-0.0456 | -0.0456", "NaN | –"})
    void atMostThreeSignificantDigits(double value, String text) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        assertThat(Figures.of(value)).isEqualTo(text);
    }

    @Test
    void swedishWritesAComma() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag("sv"));
        assertThat(Figures.of(1.25, "kWh")).isEqualTo("1,25\u00a0kWh");
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }
}
