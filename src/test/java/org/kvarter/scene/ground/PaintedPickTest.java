package org.kvarter.scene.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.Bounds;
import org.kvarter.model.SourceRef;
import org.kvarter.model.VectorLayer;
import org.kvarter.scene.FeatureState;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.LayerLook;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** A lawn with a plot on it, a street of 7 m along northing 50, a thin cable across, and a station in a corner. */
class PaintedPickTest {

    private static PaintLayer.Painted painted(LayerKind kind, String... wkt) {
        Geometry[] geometries = new Geometry[wkt.length];
        String[] ids = new String[wkt.length];
        for (int i = 0; i < wkt.length; i++) {
            try {
                geometries[i] = new WKTReader().read(wkt[i]);
            } catch (ParseException e) {
                throw new IllegalArgumentException(e);
            }
            ids[i] = kind + "-" + i;
        }
        return new PaintLayer.Painted(new PaintLayer(new VectorLayer(kind.name(), kind.name(), kind, new SourceRef("t", "", "t", "", ""),
                FeatureTable.flat(ids, "x", AttributeTable.empty(wkt.length)), geometries, Bounds.EMPTY, List.of())),
                LayerLook.of(Theme.LIGHT, kind));
    }

    private static final PaintLayer.Painted LAWN = painted(LayerKind.GREEN, "POLYGON((0 0, 100 0, 100 100, 0 100, 0 0))",
            "POLYGON((0 0, 10 0, 10 10, 0 10, 0 0))");
    private static final PaintLayer.Painted STREET = painted(LayerKind.STREETS, "LINESTRING(0 50, 100 50)");
    private static final PaintLayer.Painted PLOT = painted(LayerKind.PLOTS, "POLYGON((20 20, 60 20, 60 60, 20 60, 20 20))");
    private static final PaintLayer.Painted CABLE = painted(LayerKind.LINES, "LINESTRING(80 0, 80 100)");
    private static final PaintLayer.Painted STATION = painted(LayerKind.POINTS, "POINT(80 90)", "POINT(82 90)");
    private static final List<PaintLayer.Painted> ALL = List.of(LAWN, STREET, PLOT, CABLE, STATION);

    @ParameterizedTest(name = "{0} {1} ± {2}: {3}")
    @CsvSource({
        "90, 20, 1, GREEN, 0, open lawn",
        "5, 5, 1, GREEN, 1, of two areas the one drawn last",
        "30, 30, 1, PLOTS, 0, a plot over the lawn",
        "30, 53, 1, STREETS, 0, a street under the veil of a plot",
        "30, 54, 1, PLOTS, 0, beside the street",
        "82, 20, 2.1, LINES, 0, near a line",
        "83, 20, 2.1, GREEN, 0, not near enough",
        "80.5, 91, 1, POINTS, 0, the nearer of two points and over the line",
        "81.5, 91, 1, POINTS, 1, the other one",
    })
    void theTopmostIsHit(double east, double north, double tolerance, String layer, int row, String why) {
        assertThat(PaintedPick.topmost(ALL, east, north, tolerance)).as(why).contains(new FeatureKey(layer, row));
    }

    @Test
    void whatIsNotSeenIsNotHit() {
        byte[] states = {(byte) FeatureState.HIDDEN.ordinal(), 0};
        PaintLayer.Painted filtered = new PaintLayer.Painted(STATION.shapes(), STATION.look().withFeatureStates(states));
        assertThat(PaintedPick.topmost(List.of(filtered), 80.5, 90, 1)).contains(new FeatureKey("POINTS", 1));
        PaintLayer.Painted off = new PaintLayer.Painted(LAWN.shapes(), LAWN.look().withStyle(LAWN.look().style().withVisible(false)));
        assertThat(PaintedPick.topmost(List.of(off, STREET), 90, 20, 1)).isEqualTo(Optional.empty());
    }

    @Test
    void onlyTheGroundUnderAMarkIsPaintedAnew() {
        GroundLooks looks = new GroundLooks();
        looks.setVectors(List.of(CABLE.shapes().layer(), STATION.shapes().layer()));
        BitSet second = new BitSet();
        second.set(1);
        assertThat(looks.select(java.util.Map.of("POINTS", second))).singleElement()
                .satisfies(e -> assertThat(e.centre().x).isEqualTo(82));
        assertThat(looks.select(java.util.Map.of("POINTS", second))).isEmpty();
        assertThat(looks.select(java.util.Map.of())).hasSize(1);
    }
}
