package org.kvarter.importing.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.pipeline.FileFailure;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.FlowLayer;
import org.kvarter.task.Progress;

/** Counts and matrices beside streets and zones, as the program reads them. */
class FlowPlacementTest {

    private static final String CRS = "\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3011\"}}";

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private Path write(String name, String... lines) throws Exception {
        return Files.writeString(folder.resolve(name), String.join("\n", lines));
    }

    private Path streets() throws Exception {
        return write("streets.geojson", "{\"type\":\"FeatureCollection\"," + CRS + ",\"features\":["
                + line("S1", "Storgatan", "[153000,6579000],[153400,6579000]") + "," + line("S2", "Kyrkogatan", "[153200,6578800],[153200,6579200]") + "]}");
    }

    private static String line(String id, String name, String coordinates) {
        return "{\"type\":\"Feature\",\"id\":\"" + id + "\",\"properties\":{\"name\":\"" + name
                + "\",\"highway\":\"residential\"},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[" + coordinates + "]}}";
    }

    private static ImportResult read(ReadOptions options, Path... files) {
        List<ImportRequest> requests = Stream.of(files).map(f -> f.toString().endsWith(".csv") ? ImportRequest.of(f).withOptions(options).withCrs("EPSG:3011")
                : ImportRequest.of(f)).toList();
        return new ImportPipeline(ImportPipeline.discover(), new CoordinateSystems(), Runnable::run)
                .run(requests, District.EMPTY, ImportListener.NONE, Progress.NONE);
    }

    private static ImportResult read(Path... files) {
        return read(new ReadOptions(Optional.empty(), Optional.empty(), Map.of("zone", "UTC")), files);
    }

    private static List<FlowLayer> flows(ImportResult result) {
        assertThat(result.failures()).extracting(FileFailure::message).isEmpty();
        return result.layers().stream().map(l -> l.layer()).filter(FlowLayer.class::isInstance).map(FlowLayer.class::cast).toList();
    }

    private static List<String> said(ImportResult result) {
        return result.diagnostics().stream().map(Diagnostic::message).toList();
    }

    @Test
    void countsBecomeALayerForEachClassOnTheirStreets() throws Exception {
        Path counts = write("counts.csv", "site,direction,class,time,count,east,north", "K1,E,car,2025-01-16 07:00,120,153100,6579004",
                "K1,W,car,2025-01-16 07:00,80,153100,6579004", "K1,E,bicycle,2025-01-16 08:00,40,153100,6579004", "K9,N,car,2025-01-16 07:00,9,150000,6570000");
        ImportResult result = read(streets(), counts);
        List<FlowLayer> layers = flows(result);
        assertThat(layers).extracting(FlowLayer::title).containsExactly("Motor traffic", "Bicycle traffic");
        assertThat(layers).extracting(FlowLayer::id).containsExactly("counts-car", "counts-bicycle");
        FlowLayer cars = layers.get(0);
        assertThat(cars.features().ids()).containsExactly("K1 E", "K1 W", "K9 N");
        assertThat(cars.features().attributes().row(0)).containsEntry("street", "Storgatan").containsEntry("streetDistance", 4.0);
        var east = cars.courses()[0].line();
        assertThat(east.getEndPoint().getX() - east.getStartPoint().getX()).isEqualTo(195, org.assertj.core.api.Assertions.within(0.1));
        assertThat(cars.courses()[1].line().getStartPoint().getX()).isEqualTo(east.getEndPoint().getX());
        assertThat(cars.courses()[2]).isNull();
        assertThat(said(result)).contains("Motor traffic: 1 of 2 sites were matched to " + result.layers().get(0).layer().title() + ".")
                .anyMatch(m -> m.startsWith("No street lies within 500 m of the site K9"));
        double[] values = new double[3];
        cars.flows().read(Instant.parse("2025-01-16T07:00:00Z"), Instant.parse("2025-01-16T08:00:00Z"), values);
        assertThat(values).containsExactly(120, 80, 9);
    }

    @Test
    void sitesWithoutCoordinatesAreFoundByTheirIdsInALayer() throws Exception {
        Path sites = write("mast.geojson", "{\"type\":\"FeatureCollection\"," + CRS + ",\"features\":[{\"type\":\"Feature\",\"properties\":{\"code\":\"k1\"},"
                + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[153203,6578900]}}]}");
        Path counts = write("counts.csv", "site,direction,time,count", "K1,N,2025-01-16 07:00,5", "K1,N,2025-01-16 08:00,5", "K2,N,2025-01-16 07:00,5");
        ImportResult result = read(counts, sites, streets());
        FlowLayer layer = flows(result).get(0);
        assertThat(layer.features().attributes().value("street", 0)).isEqualTo("Kyrkogatan");
        assertThat(said(result)).anyMatch(m -> m.startsWith("1 of 2 sites were found by code in"))
                .anyMatch(m -> m.contains("K2 has no coordinates"));
    }

    @Test
    void aSiteBesideAllStreetsStandsAsAMarkAndItsNearestStreetIsTold() throws Exception {
        Path counts = write("counts.csv", "site,name,direction,time,count,east,north", "K1,Torget,N,2025-01-16 07:00,5,153100,6579063.2",
                "K1,Torget,S,2025-01-16 07:00,7,153100,6579063.2", "K2,,E,2025-01-16 08:00,5,153100,6579004");
        ImportResult result = read(streets(), counts);
        FlowLayer layer = flows(result).get(0);
        assertThat(layer.placed()).isEqualTo(1);
        assertThat(layer.drawn()).isEqualTo(3);
        var north = layer.courses()[0];
        assertThat(north.atSite()).isTrue();
        assertThat(north.directed()).isTrue();
        assertThat(north.line().getEndPoint().getY() - north.line().getStartPoint().getY()).isEqualTo(16, org.assertj.core.api.Assertions.within(0.01));
        assertThat(north.line().getCentroid().distance(layer.courses()[1].line().getCentroid())).isLessThan(0.01);
        assertThat(said(result)).anyMatch(m -> m.startsWith("No street lies within 40 m of the site K1; the nearest, Storgatan, is 63 m away")
                && m.contains("again with 70 m"));
        ImportResult wider = read(new ReadOptions(Optional.empty(), Optional.empty(), Map.of("zone", "UTC", "limit", "70")), streets(), counts);
        assertThat(flows(wider).get(0).placed()).as("the way out that was told").isEqualTo(3);
    }

    @Test
    void directionsThatAreNoPointsOfTheCompassAreDrawnByTheirOrder() throws Exception {
        Path counts = write("counts.csv", "site,direction,time,count,east,north", "K1,in,2025-01-16 07:00,5,153100,6579004", "K1,out,2025-01-16 08:00,5,153100,6579004");
        ImportResult result = read(streets(), counts);
        FlowLayer layer = flows(result).get(0);
        assertThat(layer.courses()[0].line().getStartPoint().getX()).isEqualTo(layer.courses()[1].line().getEndPoint().getX());
        assertThat(said(result)).anyMatch(m -> m.startsWith("The directions of K1 (in, out) are no points of the compass"));
    }

    @Test
    void withoutStreetsTheCountsAreThereAndItIsSaid() throws Exception {
        Path counts = write("counts.csv", "site,direction,time,count,east,north", "K1,E,2025-01-16 07:00,5,153100,6579004", "K1,E,2025-01-16 08:00,5,153100,6579004");
        ImportResult result = read(counts);
        assertThat(flows(result).get(0).placed()).isZero();
        assertThat(flows(result).get(0).drawn()).isEqualTo(1);
        assertThat(said(result)).anyMatch(m -> m.contains("has no streets to lie on"));
    }

    @Test
    void tripsGoBetweenTheMiddlesOfTheirZones() throws Exception {
        Path zones = write("zones.geojson", "{\"type\":\"FeatureCollection\"," + CRS + ",\"features\":[" + zone("A", 153000) + "," + zone("B", 153400) + "]}");
        Path matrix = write("od.csv", "origin,destination,trips", "A,B,10", "B,A,4", "A,A,3", "A,X,8");
        ImportResult result = read(zones, matrix);
        FlowLayer layer = flows(result).get(0);
        assertThat(layer.form()).isEqualTo(FlowLayer.Form.ARC);
        assertThat(layer.placed()).isEqualTo(2);
        assertThat(layer.courses()[0].line().getLength()).isEqualTo(400, org.assertj.core.api.Assertions.within(0.2));
        assertThat(layer.ends().layerId()).isEqualTo("zones");
        assertThat(layer.ends().from()).containsExactly(0, 1, 0, 0);
        assertThat(layer.ends().to()).containsExactly(1, 0, 0, -1);
        assertThat(said(result)).anyMatch(m -> m.contains("2 of 3 zones were found by zone")).anyMatch(m -> m.startsWith("The zone X is in no layer"))
                .anyMatch(m -> m.contains("1 pairs begin and end in the same zone"));
        assertThat(said(read(streets(), matrix))).anyMatch(m -> m.contains("has no zones"));
        assertThat(read(matrix).failures()).extracting(FileFailure::message).containsExactly(
                "od.csv says how much goes where but not where that is: open it together with the streets or zones it is about.");
    }

    private static String zone(String id, int east) {
        String ring = String.format(Locale.ROOT, "[%d,6579000],[%d,6579000],[%d,6579100],[%d,6579100],[%d,6579000]", east, east + 100, east + 100, east, east);
        return "{\"type\":\"Feature\",\"properties\":{\"zone\":\"" + id + "\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}}";
    }

    @Test
    void emptyAndRaggedTablesAreRefusedInASentence() throws Exception {
        Path empty = write("empty.csv", "");
        Path header = write("header.csv", "site,direction,time,count");
        Path ragged = write("ragged.csv", "site,direction,time,count", "K1", "K1,E");
        for (Path file : List.of(empty, header, ragged)) {
            ImportResult result = read(streets(), file);
            assertThat(result.layers()).hasSize(1);
            assertThat(result.failures()).hasSize(1).allSatisfy(f -> assertThat(f.message()).contains(file.getFileName().toString()));
        }
    }
}
