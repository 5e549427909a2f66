package org.kvarter.series;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;

class SeriesJoinTest {

    /** A house with two parts, a house alone, and one nobody measures. */
    private static FeatureTable houses() {
        AttributeTableBuilder attributes = new AttributeTableBuilder();
        attributes.set(0, "meter", 71L);
        attributes.set(3, "meter", 72L);
        attributes.set(4, "meter", 72L);
        return new FeatureTable(new String[] {"H1", "H1-a", "H1-b", "H2", "H3"},
                new String[] {"Building", "BuildingPart", "BuildingPart", "Building", "Building"}, new int[] {-1, 0, 0, -1, -1},
                attributes.build(5));
    }

    @Test
    void partsTakeTheirBuildingsSeries() {
        SeriesJoin join = SeriesJoin.by("", new String[] {" h1 ", "H2", "H9"}, houses());
        assertThat(join.placeOfFeature()).containsExactly(0, 0, 0, 1, -1);
        assertThat(join.matched()).isEqualTo(2);
        assertThat(join.unmatchedPlaces()).containsExactly("H9");
        assertThat(join.unmatchedFeatures()).containsExactly("H3");
    }

    @Test
    void aSeriesPerPartLeavesNoBuildingUnmatched() {
        SeriesJoin join = SeriesJoin.by("", new String[] {"H1-a", "H1-b"}, houses());
        assertThat(join.placeOfFeature()).containsExactly(-1, 0, 1, -1, -1);
        assertThat(join.unmatchedFeatures()).containsExactly("H2", "H3");
    }

    @Test
    void theKeyWithMostMatchesIsProposed() {
        SeriesJoin join = SeriesJoin.best(new String[] {"71", "72"}, houses());
        assertThat(join.keyAttribute()).isEqualTo("meter");
        assertThat(join.placeOfFeature()).containsExactly(0, 0, 0, 1, 1);
        assertThat(join.sharedKeys()).containsExactly("72");
    }
}
