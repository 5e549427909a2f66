package org.kvarter.geo.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;

class FeatureFilterTest {

    /** a: 3 storeys, 1890, residential · b: 12 storeys, office, no year · b1: part of b · c: nothing but an odd address. */
    private static FeatureTable table() {
        AttributeTableBuilder attributes = new AttributeTableBuilder();
        attributes.set(0, "storeys", 3);
        attributes.set(0, "year", 1890);
        attributes.set(0, "use", "residential");
        attributes.set(1, "storeys", 12);
        attributes.set(1, "use", "office");
        attributes.set(2, "height", 4.5);
        attributes.set(3, "addr:street", "Åkergränd");
        return new FeatureTable(new String[] {"a", "b", "b1", "c"}, new String[] {"Building", "Building", "BuildingPart", "Building"},
                new int[] {-1, -1, 1, -1}, attributes.build(4));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "storeys > 5                              | 1 2",
        "storeys BETWEEN 2 AND 4                  | 0",
        "use = 'residential' OR use = 'office'    | 0 1 2",
        "use LIKE 'off%'                          | 1 2",
        "year IS NULL                             | 1 2 3",
        "storeys * 3 > 10                         | 1 2",
        "use IN ('office', 'school')              | 1 2",
        "\"addr:street\" ILIKE 'åker%'            | 3",
        "\"id\" = 'c'                             | 3",
        "type = 'BuildingPart' AND height < 5     | 2",
        "NOT (storeys > 5)                        | 0 3",
        "nothing = 1                              | ``"})
    void answersByRow(String expression, String rows) throws FilterException {
        int[] expected = rows.isBlank() ? new int[0] : IntStream.of(java.util.Arrays.stream(rows.trim().split(" "))
                .mapToInt(Integer::parseInt).toArray()).toArray();
        assertThat(FeatureFilter.compile(expression).matches(table()).stream().toArray()).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "storeys > 5 AND  | 16",
        "storeys > > 5    | 9",
        "use = 'off       | 7",
        "(storeys > 5     | 13",
        "storeys > \\u]   | 11"})
    void namesThePlaceOfTheTrouble(String expression, int column) {
        FilterException trouble = catchThrowableOfType(FilterException.class, () -> FeatureFilter.compile(expression));
        assertThat(trouble.column()).isEqualTo(column);
        assertThat(trouble).hasMessageMatching("(?s).{10,120}").message().doesNotContain("<");
    }

    @Test
    void concernsOnlyTablesThatHaveAnAttribute() throws FilterException {
        FeatureTable streets = FeatureTable.flat(new String[] {"s"}, "road", org.kvarter.model.AttributeTable.empty(1));
        assertThat(FeatureFilter.compile("storeys > 5").concerns(streets)).isFalse();
        assertThat(FeatureFilter.compile("storeys > 5").concerns(table())).isTrue();
    }
}
