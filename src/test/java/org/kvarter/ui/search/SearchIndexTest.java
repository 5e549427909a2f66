package org.kvarter.ui.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.ui.Districts;

class SearchIndexTest {

    private final SearchIndex index = SearchIndex.of(Districts.small());

    @ParameterizedTest
    @CsvSource({"harb, Harbour School", "SCHOOL, Harbour School", "strand 4, Strandgatan 4", "Strandgatan, Strandgatan 4", "c, c"})
    void findsByNameAddressAndId(String text, String first) {
        assertThat(index.find(text, 5)).isNotEmpty();
        assertThat(index.find(text, 5).get(0).title()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"b1", "nobody", "' '"})
    void findsNeitherPartsNorNothing(String text) {
        assertThat(index.find(text, 5)).isEmpty();
    }
}
