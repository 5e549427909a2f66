package org.kvarter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalTextTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv-SE");

    private static LocalText words(String form) {
        Map<String, String> languages = new TreeMap<>();
        if (form != null) {
            for (String part : form.split(" ")) {
                languages.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
            }
        }
        return new LocalText(languages);
    }

    @ParameterizedTest
    @CsvSource({"en=harbour sv=hamn, hamn, false", "en=harbour, harbour, true", "=port, port, false", "=port en=harbour, port, false",
            "de=Hafen, Hafen, true", "de=Hafen en=harbour, harbour, true", "SV=hamn, hamn, false", ", '', false"})
    void aSwedeReads(String form, String read, boolean borrowed) {
        assertThat(words(form).in(SWEDISH)).isEqualTo(read);
        assertThat(words(form).isBorrowed(SWEDISH)).isEqualTo(borrowed);
    }

    @ParameterizedTest
    @CsvSource({"en=harbour, en=harbour sv=hamn", "sv=kaj, sv=hamn", "=port, =hamn", ", sv=hamn"})
    void aSwedeWrites(String before, String after) {
        assertThat(words(before).with(SWEDISH, "hamn")).isEqualTo(words(after));
    }

    @Test
    void emptyWordsAreNoWords() {
        assertThat(words("sv=hamn").with(SWEDISH, " ").isEmpty()).isTrue();
    }
}
