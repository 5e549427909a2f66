package org.kvarter.importing.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.importing.DatabaseLayer;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.VectorBatch;
import org.kvarter.model.AttributeTable;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.store.sql.PgServer;
import org.kvarter.series.store.sql.SqlAddress;
import org.kvarter.series.store.sql.SqlColumn;
import org.kvarter.series.store.sql.SqlFeatures;
import org.kvarter.series.store.sql.SqlText;

/** Layers out of a real PostGIS. */
class DatabaseImporterTest {

    private static PgServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void plots() {
        server = PlotTable.make();
    }

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private VectorBatch read(DatabaseLayer layer, ReadOptions options) throws Exception {
        Path file = Files.write(folder.resolve("plots.database.json"), layer.bytes());
        RecordingSink sink = RecordingSink.read(new DatabaseImporter(a -> Optional.of(PgServer.READER_PASSWORD)), file, options);
        assertThat(sink.diagnostics).isEmpty();
        assertThat(sink.description.crs()).contains("EPSG:3011");
        return sink.vectors.get(0);
    }

    private static DatabaseLayer layer() {
        return PlotTable.layer(server);
    }

    @Test
    void rowsWithAGeometryAreFeatures() throws Exception {
        VectorBatch batch = read(new DatabaseLayer("Plots", server.address("").text(), PlotTable.NAMES, "geom", "nr"), ReadOptions.DEFAULT);
        assertThat(batch.title()).isEqualTo("Plots");
        assertThat(batch.features().ids()).containsExactly("1", "2", "3");
        AttributeTable attributes = batch.features().attributes();
        assertThat(attributes.value("owner's", 1)).isEqualTo("O2");
        assertThat(((Number) attributes.value("area", 2)).doubleValue()).isEqualTo(37.5);
        assertThat(batch.geometries()[0].getEnvelopeInternal().getMinX()).isEqualTo(153_100);
        assertThat(batch.geometries()[0].getCoordinate().getZ()).isEqualTo(7);
    }

    @Test
    void theServerLeavesOutWhatLiesElsewhereOrAtAnotherTime() throws Exception {
        ReadOptions box = new ReadOptions(Optional.empty(), Optional.of(new double[] {153_210, 6_579_010, 153_220, 6_579_020}), Map.of());
        assertThat(read(layer(), box).features().ids()).containsExactly("2");
        DatabaseLayer young = new DatabaseLayer("Plots", layer().address(), PlotTable.NAMES, "geom", "nr", "built", "2022-06-01T00:00:00Z", "2030-01-01T00:00:00Z");
        assertThat(read(young, ReadOptions.DEFAULT).features().ids()).containsExactly("3");
    }

    @Test
    void saysWhatIsWrong() {
        Map<DatabaseLayer, String> table = Map.of(
                new DatabaseLayer("", layer().address(), PlotTable.NAMES, "shape", ""), "no column \u201cshape\u201d",
                new DatabaseLayer("", layer().address(), List.of("p", "none"), "geom", ""), "does not have what is asked for",
                new DatabaseLayer("", "postgresql://guest@localhost:1/town?connectTimeout=2", PlotTable.NAMES, "geom", ""), "does not answer");
        table.forEach((layer, said) -> assertThatThrownBy(() -> read(layer, ReadOptions.DEFAULT)).isInstanceOf(ImportException.class)
                .hasMessageContaining("plots.database.json").hasMessageContaining(said));
    }

    @Test
    void aLayerIsKeptAsItIs() {
        DatabaseLayer layer = new DatabaseLayer("T", "postgresql://u@h:1/d", List.of("a", "b"), "g", "k", "t", "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z");
        assertThat(DatabaseLayer.of(layer.bytes())).isEqualTo(layer);
        assertThatThrownBy(() -> DatabaseLayer.of("{}".getBytes())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isWrittenForTrinoToo() throws Exception {
        SqlColumn built = new SqlColumn("built", "timestamp(3) with time zone");
        SqlText text = SqlFeatures.of(SqlAddress.Engine.TRINO, new SqlFeatures.Question(List.of("hive", "t", "a\"b"), "g", Optional.of(new double[] {1, 2, 3, 4}), 0,
                Optional.of(new SqlFeatures.Timed(built, new TimeWindow(java.time.Instant.EPOCH, java.time.Instant.EPOCH.plusSeconds(1))))), List.of(built));
        assertThat(text.sql()).isEqualTo("SELECT ST_AsBinary(\"g\"), \"built\" FROM \"hive\".\"t\".\"a\"\"b\" WHERE \"g\" IS NOT NULL AND ST_Intersects(\"g\","
                + " ST_GeometryFromText(?)) AND \"built\" >= CAST(? AS timestamp(3) with time zone) AND \"built\" < CAST(? AS timestamp(3) with time zone)");
        assertThat(text.values().get(0)).isEqualTo("POLYGON ((1.0 2.0, 3.0 2.0, 3.0 4.0, 1.0 4.0, 1.0 2.0))");
    }
}
