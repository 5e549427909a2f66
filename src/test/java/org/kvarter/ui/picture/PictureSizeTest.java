package org.kvarter.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureSizeTest {

    @ParameterizedTest
    @ValueSource(strings = {"1920x1080", "1920 × 1080", " 1920 * 1080 ", "1920 1080"})
    void readsWhatPeopleWrite(String text) {
        assertThat(PictureSize.parse(text)).contains(new PictureSize(1920, 1080));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1920", "wide × high", "8 × 8", "30000 × 100", "-1920 × 1080", "999999999 × 1"})
    void refusesTheRest(String text) {
        assertThat(PictureSize.parse(text)).isEmpty();
    }
}
