package org.kvarter.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | 1234.5    | 1230      | 1235",
        "en | 45.678    | 45.7      | 45.7",
        "en | 0.034567  | 0.0346    | 0.0346",
        "en | 123456    | 123,000   | 123,456",
        "en | 0         | 0         | 0",
        "en | -7.126    | -7.13     | -7.13",
        "en | 1e-7      | 1E-7      | 1E-7",
        "en | NaN       | –         | –",
        "sv | 45.678    | 45,7      | 45,7"})
    void keepsWhatMeansSomething(String language, double value, String three, String measured) {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(language));
        try {
            assertThat(Numbers.three(value)).isEqualTo(three);
            assertThat(Numbers.measured(value)).isEqualTo(measured);
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
    }

    @ParameterizedTest
    @CsvSource({"yearOfConstruction,Year of construction", "year_of_construction,Year of construction", "use,Use", "BTA,BTA",
        "addr:street,addr:street", "Heat demand,Heat demand"})
    void readsNamesAsTitles(String name, String title) {
        assertThat(Wording.readable(name)).isEqualTo(title);
    }
}
