package org.kvarter.session.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.Statistic;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.SourceRef;
import org.kvarter.model.VectorLayer;
import org.kvarter.scenario.Area;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesTable;
import org.kvarter.session.Session;
import org.kvarter.ui.Districts;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Twelve houses of one household in a row, house i at 10 i metres with a heat of 2^i. Block A has the first six, B the others; feeder F has the first five
 * and G seven, so that block A less feeder F is one house.
 */
class DifferencesTest {

    private static final GeometryFactory G = new GeometryFactory();

    private final Session session = new Session();
    private final Workings workings = new Workings(session, Districts.inline());

    @BeforeEach
    void twelveHouses() {
        AttributeTableBuilder t = new AttributeTableBuilder();
        String[] ids = new String[12];
        Geometry[] shapes = new Geometry[12];
        for (int i = 0; i < 12; i++) {
            ids[i] = "h" + i;
            shapes[i] = box(10 * i, 10 * i + 8);
            t.set(i, "heat", 1 << i, "kWh");
        }
        session.districtProperty().set(new District("Row", new LocalFrame("EPSG:3011", 150000, 6580000, 0), List.of(
                layer("houses", LayerKind.BUILDINGS, FeatureTable.flat(ids, "House", t.build(12)), shapes),
                layer("blocks", LayerKind.AREAS, FeatureTable.flat(new String[] {"A", "B"}, "Block", AttributeTable.empty(2)), box(-1, 59), box(59, 130)),
                layer("feeders", LayerKind.AREAS, FeatureTable.flat(new String[] {"F", "G"}, "Feeder", AttributeTable.empty(2)), box(-1, 49), box(49, 130)))));
        SeriesTable like = Bench.electricity();
        float[] values = new float[36];
        for (int i = 0; i < 36; i++) {
            values[i] = 1 << i % 12;
        }
        String el = LayerSeries.id("houses", "el");
        session.series().put(el, new SeriesTable(el, "El", "electricity", "kWh", like.axis(), ids, values));
        session.dataBookProperty().set(DataBook.EMPTY.with(DataRecord.of("houses").withPersonal(true)));
    }

    private static Geometry box(double west, double east) {
        return G.toGeometry(new Envelope(west, east, 0, 8));
    }

    private static VectorLayer layer(String id, LayerKind kind, FeatureTable features, Geometry... shapes) {
        return new VectorLayer(id, id, kind, new SourceRef("/data/" + id + ".gpkg", "", "GeoPackage", "EPSG:3011", "CC0"), features, shapes, new Bounds(0, 0, 0, 130, 8, 10), List.of());
    }

    private void sum(String areas, String name, String value) {
        workings.put(new AreaSummary(name, "houses", areas, value, false, Statistic.SUM, "", AreaSummary.Belonging.POINT));
    }

    private double[] values(String areas, String name) {
        var column = session.layer(areas).orElseThrow().features().attributes().column(name).orElseThrow();
        return IntStream.range(0, 2).mapToDouble(column::number).toArray();
    }

    @Test
    void eachLayerOfAreasIsToldByItself() {
        sum("blocks", "heat", "heat");
        assertThat(values("blocks", "heat")).containsExactly(63, 4032);
        session.undo().undo();
        sum("feeders", "heat", "heat");
        assertThat(values("feeders", "heat")).containsExactly(31, 4064);
    }

    /** Also where the second is of something that was reckoned from the first, by whatever name. */
    @ParameterizedTest
    @CsvSource({"heat", "twice", "more"})
    void ofTwoThatCrossNoneTellsAHouseByDifference(String second) {
        workings.put(new DerivedColumn("houses", "twice", "", "heat * 2"));
        workings.put(new DerivedColumn("houses", "more", "", "twice + 1"));
        sum("blocks", "of blocks", "heat");
        sum("feeders", "of feeders", second);
        assertThat(values("blocks", "of blocks")[0]).isEqualTo(63);
        assertThat(values("feeders", "of feeders")).as("A less F, and G less B, would be house 5").containsExactly(Double.NaN, Double.NaN);
    }

    private boolean isTold(int first, int end) {
        List<String> ids = IntStream.range(first, end).mapToObj(i -> "h" + i).toList();
        String series = LayerSeries.id("houses", "el");
        return session.scenarioEngine().hours(session.scenarios(), "", series, Area.of("houses", ids)).withheld().isEmpty();
    }

    @Test
    void aSelectionIsNotToldThatDiffersByOneHouseFromAnotherThatWasTold() {
        assertThat(isTold(0, 6)).isTrue();
        assertThat(isTold(0, 5)).as("less by one house").isFalse();
        assertThat(isTold(1, 6)).isFalse();
        assertThat(isTold(0, 6)).as("the same again").isTrue();
        assertThat(isTold(6, 12)).as("follows from what is told: nothing new").isTrue();
        session.dataBookProperty().set(session.dataBook().with(DataRecord.of("blocks").withRead("2026-01-01")));
        assertThat(isTold(0, 5)).as("another book does not forget").isFalse();
    }
}
