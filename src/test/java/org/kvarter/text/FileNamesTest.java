package org.kvarter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {

    @ParameterizedTest
    @CsvSource({"street_areas, Street areas", "quay-trees, Quay trees", "survey-2024-05, Survey 2024-05", "__dem, Dem", "DEM_KRbig, DEM KRbig",
        "åkrar, Åkrar", "-, -"})
    void readsAsATitle(String name, String title) {
        assertThat(FileNames.readable(name)).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({"a.tif, a", "a.b.tif, a.b", ".hidden, .hidden", "plain, plain"})
    void theStemIsTheNameWithoutItsEnding(String file, String stem) {
        assertThat(FileNames.stem(file)).isEqualTo(stem);
    }
}
