package org.kvarter.importing.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.importing.Importer;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.VectorBatch;
import org.kvarter.model.LayerKind;

/** Files made by others, against the counts of their own list. */
class RealVectorFilesTest {

    private static final Path FOLDER = Path.of("../shared/realdata");

    private static Path file(String name) {
        Path file = FOLDER.resolve(name);
        assumeTrue(Files.exists(file), "no real data here");
        return file;
    }

    private static Importer importer(Path file) throws Exception {
        SourceHead head = SourceHead.of(file);
        return java.util.ServiceLoader.load(Importer.class).stream().map(java.util.ServiceLoader.Provider::get)
                .filter(i -> i.getClass().getPackage() == RealVectorFilesTest.class.getPackage())
                .max(java.util.Comparator.comparingDouble(i -> i.probe(head))).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "gis-vector/dutch_addresses_28992.gpkg, GeoPackage, 2481, EPSG:28992",
        "gis-vector/poi_portugal.gpkg, GeoPackage, 8107, EPSG:4326",
        "gis-vector/vl_riks.shp, Shapefile, 1091, PROJCS",
        "gis-vector/00_block_shape.shp, Shapefile, 45, PROJCS",
        "gis-vector/inspireadressen.shp, Shapefile, 2481, GEOGCS",
        "raster/buildings.shp, Shapefile, 137, PROJCS",
        "gis-vector/tiger_roads.geojson, GeoJSON, 8333, OGC:CRS84",
        "energy/example_project_combined.json, GeoJSON, 19, OGC:CRS84",
        "sensors-api/items.geojson, GeoJSON, 9, OGC:CRS84",
        "mobility/GUID50409331.json, GeoJSON, 1, OGC:CRS84",
    })
    void readsAllFeatures(String name, String format, int features, String crs) throws Exception {
        Path file = file(name);
        Importer importer = importer(file);
        assertThat(importer.format()).isEqualTo(format);
        RecordingSink sink = RecordingSink.read(importer, file);
        assertThat(sink.features()).isEqualTo(features);
        assertThat(sink.sources).singleElement().satisfies(s -> assertThat(s.crs().orElseThrow()).startsWith(crs));
        for (VectorBatch batch : sink.vectors) {
            assertThat(new HashSet<>(Arrays.asList(batch.features().ids()))).hasSize(batch.features().size());
        }
    }

    @Test
    void readsFootprintsUnderACrsOfTheirOwn() throws Exception {
        Path file = file("gis-vector/buildings.gpkg");
        RecordingSink sink = RecordingSink.read(importer(file), file);
        assertThat(sink.counts()).containsExactly(java.util.Map.entry("buildings BUILDINGS", 158));
        assertThat(sink.sources.get(0).crs().orElseThrow()).startsWith("PROJCS[\"Transverse_Mercator\"");
        assertThat(sink.solids.get(0).kind()).isEqualTo(LayerKind.BUILDINGS);
    }
}
