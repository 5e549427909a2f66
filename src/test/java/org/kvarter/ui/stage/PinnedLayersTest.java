package org.kvarter.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Bounds;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SourceRef;
import org.kvarter.model.VectorLayer;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Which points stand out of the twin. */
class PinnedLayersTest {

    private static final GeometryFactory GEOMETRIES = new GeometryFactory();

    private static Layer layer(String id, LayerKind kind, boolean lines, int count) {
        Geometry[] geometries = new Geometry[count];
        Arrays.fill(geometries, lines ? GEOMETRIES.createLineString(new Coordinate[] {new Coordinate(0, 0), new Coordinate(9, 9)})
                : GEOMETRIES.createPoint(new Coordinate(1, 2)));
        String[] ids = IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
        FeatureTable table = FeatureTable.flat(ids, "Place", AttributeTable.empty(count));
        return new VectorLayer(id, id, kind, new SourceRef("t", "", "t", "", ""), table, geometries, Bounds.EMPTY, List.of());
    }

    @ParameterizedTest(name = "{0} coloured: {1}")
    @CsvSource(nullValues = "-", value = {
        "-, sensors", "stops, sensors stops", "stations, sensors stations", "trees, sensors", "routes, sensors", "crowd, sensors", "sensors, sensors"})
    void measuringPlacesAlwaysAndOthersWhileDataColourThem(String coloured, String pinned) {
        District district = District.EMPTY.withLayers(List.of(layer("sensors", LayerKind.SENSORS, false, 2), layer("stops", LayerKind.STOPS, false, 2),
                layer("stations", LayerKind.STATIONS, false, 2), layer("trees", LayerKind.TREES, false, 2), layer("routes", LayerKind.POINTS, true, 2),
                layer("crowd", LayerKind.POINTS, false, 5_001)));
        assertThat(PinnedLayers.of(district, coloured == null ? "" : coloured)).extracting(Layer::id).containsExactly(pinned.split(" "));
    }
}
