package org.kvarter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kvarter.mobility.Mode;

class TextsTest {

    @Test
    void aNameIsThereInEveryLanguage() {
        assertThat(Mode.BICYCLE.titles().in(Locale.ENGLISH)).isEqualToIgnoringCase("bicycle");
        assertThat(Mode.BICYCLE.titles().in(Locale.forLanguageTag("sv"))).isEqualToIgnoringCase("cykel");
    }

    @Test
    void wordsPutIntoASentenceSpeakItsLanguage() {
        LocalText harbour = new LocalText(Map.of("en", "Harbour", "sv", "Hamn"));
        LocalText stops = Texts.in(org.kvarter.importing.gtfs.GtfsImporter.class).everywhere("layer.stops", harbour);
        assertThat(stops.byLanguage()).isEqualTo(Map.of("en", "Stops – Harbour", "sv", "Hållplatser – Hamn"));
    }
}
