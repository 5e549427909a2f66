package org.kvarter.ui.databases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.sql.SqlCatalog;
import org.kvarter.task.Progress;

class LayerBoxTest {

    private static final SqlCatalog.Table TABLE = new SqlCatalog.Table(List.of("gis", "houses"), false);

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    /** A database whose geometries are in one system. */
    private static Catalogue in(int reference) {
        return new Catalogue() {
            @Override
            public List<SqlCatalog.Table> tables() {
                return List.of(TABLE);
            }

            @Override
            public Rows rows(SqlCatalog.Table table) {
                return new Rows(List.of(), List.of());
            }

            @Override
            public SeriesOrigin series(SqlCatalog.Table table, String id, TableChoice choice, Progress progress) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<String> address() {
                return Optional.of("jdbc:postgresql://db/gis");
            }

            @Override
            public int reference(SqlCatalog.Table table, String geometry) {
                return reference;
            }

            @Override
            public void cancel() {
                // nothing is asked
            }
        };
    }

    /**
     * Stockholm's centre: 18.0 … 18.1 degrees east and 59.3 … 59.4 north are 5.7 by 11.1 km; in SWEREF 99 18 00 the western edge is the central
     * meridian, with the false easting 150,000, and 59.3 degrees lie 6,576,088.4 m from the equator along it (meridian arc of GRS 80, integrated in 200,000 steps).
     */
    @Test
    void degreesBecomeTheTablesOwnCoordinates() throws Exception {
        double[] box = LayerBox.of(in(3011), TABLE, "geom", "18.0, 59.3, 18.1, 59.4").orElseThrow();
        assertThat(box[0]).isCloseTo(150_000, within(0.01));
        assertThat(box[1]).isCloseTo(6_576_088.4, within(0.1));
        assertThat(box[2] - box[0]).isCloseTo(5_700, within(30.0));
        assertThat(box[3] - box[1]).isCloseTo(11_140, within(30.0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", value = {"4326; 18, 59, 19, 60; 18.0 59.0 19.0 60.0", "0; ' '; -", "3011; ''; -"})
    void degreesStayDegreesAndNothingIsEverything(int reference, String area, String box) throws Exception {
        Optional<double[]> found = LayerBox.of(in(reference), TABLE, "geom", area);
        assertThat(found.map(b -> b[0] + " " + b[1] + " " + b[2] + " " + b[3])).isEqualTo(Optional.ofNullable(box));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"3011; here; four numbers", "3011; 19, 59, 18, 60; four numbers", "0; 18, 59, 19, 60; gis.houses", "999999; 18, 59, 19, 60; 999999"})
    void whatCannotBeCutOutIsSaid(int reference, String area, String words) {
        assertThatThrownBy(() -> LayerBox.of(in(reference), TABLE, "geom", area)).isInstanceOf(StoreException.class).hasMessageContaining(words);
    }
}
