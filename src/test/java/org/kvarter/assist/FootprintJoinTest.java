package org.kvarter.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.District;
import org.kvarter.model.SolidLayer;
import org.kvarter.task.Progress;

/** Coordinates and buildings with triangles: an L of 20 m by 20 m whose north-eastern quarter is a yard. */
class FootprintJoinTest {

    private static final double EAST = 153_000;
    private static final double NORTH = 6_579_000;

    @TempDir
    private Path folder;

    private ImportResult town() throws Exception {
        Path file = Files.writeString(folder.resolve("houses.geojson"), """
                {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3011"}},"features":[
                {"type":"Feature","id":"L","properties":{"building":"yes","height":9},"geometry":{"type":"Polygon","coordinates":
                [[[153000,6579000],[153020,6579000],[153020,6579010],[153010,6579010],[153010,6579020],[153000,6579020],[153000,6579000]]]}},
                {"type":"Feature","id":"S","properties":{"building":"yes","height":9},"geometry":{"type":"Polygon","coordinates":
                [[[153040,6579000],[153050,6579000],[153050,6579010],[153040,6579010],[153040,6579000]]]}}]}""");
        return new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(), Runnable::run)
                .run(List.of(ImportRequest.of(file)), District.EMPTY, ImportListener.NONE, Progress.NONE);
    }

    private static String match(Twin twin, double east, double north, double limit) throws Exception {
        TwinLayer layer = twin.layers().get(0);
        JoinResult result = Joins.match(JoinRule.coordinates(layer.id(), "EPSG:3011", limit), List.of("p"), Map.of("p", new double[] {EAST + east, NORTH + north}), twin);
        return result.matched() == 0 ? "-" : layer.features().ids()[result.rowOfPlace().get("p")];
    }

    @ParameterizedTest
    @CsvSource({"5,5,0,L", "15,5,0,L", "5,15,0,L", "15,15,0,-", "15,15,4,-", "15,15,6,L", "31,5,20,S", "29,5,20,L", "45,5,0,S"})
    void trianglesTellTheYardFromTheHouse(double east, double north, double limit, String house) throws Exception {
        ImportResult result = town();
        assertThat(result.district().layers().get(0)).isInstanceOf(SolidLayer.class);
        Map<String, List<TileMesh>> tiles = new HashMap<>();
        result.layers().forEach(l -> l.mesh().ifPresent(m -> tiles.put(l.layer().id(), m.tiles())));
        assertThat(match(Twin.of(result.district(), id -> tiles.getOrDefault(id, List.of())), east, north, limit)).isEqualTo(house);
    }

    @Test
    void withoutTrianglesBoxesServe() throws Exception {
        assertThat(match(Twin.of(town().district()), 15, 15, 0)).isEqualTo("L");
    }
}
