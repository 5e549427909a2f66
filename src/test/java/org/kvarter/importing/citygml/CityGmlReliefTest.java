package org.kvarter.importing.citygml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.importing.citygml.Gml.in;
import static org.kvarter.importing.citygml.Gml.object;

import java.awt.geom.AffineTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.city.TriangleGrid;

/** Relief becomes terrain whose heights are those of the triangles. */
class CityGmlReliefTest {

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    /** The plane that all relief here lies in. */
    private static double plane(double east, double north) {
        return 3 + east / 10 + north / 20;
    }

    private static String triangles(int count, double size) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < count; j++) {
                all.append(triangle(size * i, size * j, size * (i + 1), size * j, size * (i + 1), size * (j + 1)))
                        .append(triangle(size * i, size * j, size * (i + 1), size * (j + 1), size * i, size * (j + 1)));
            }
        }
        return all.toString();
    }

    private static String triangle(double... en) {
        StringBuilder positions = new StringBuilder();
        for (int i = 0; i < 8; i += 2) {
            positions.append(en[i % 6]).append(' ').append(en[i % 6 + 1]).append(' ').append(plane(en[i % 6], en[i % 6 + 1])).append(' ');
        }
        return in("gml:Triangle", in("gml:exterior", in("gml:LinearRing", in("gml:posList", positions.toString()))));
    }

    private static String relief(String component) {
        return object("dem:ReliefFeature", "r", in("dem:lod", "1"), in("dem:reliefComponent", component));
    }

    private static void assertPlane(ElevationBatch batch, double least) {
        AffineTransform affine = new AffineTransform(batch.affine());
        int known = 0;
        for (int row = 0; row < batch.height(); row++) {
            for (int column = 0; column < batch.width(); column++) {
                float height = batch.heights()[row * batch.width() + column];
                if (height == height) {
                    double[] at = {column + 0.5, row + 0.5};
                    affine.transform(at, 0, at, 0, 1);
                    assertThat((double) height).isCloseTo(plane(at[0], at[1]), Offset.offset(1e-3));
                    known++;
                }
            }
        }
        assertThat(known).isGreaterThanOrEqualTo((int) (least * batch.width() * batch.height()));
    }

    @Test
    void drawsTriangles() throws Exception {
        RecordingSink sink = Gml.of("2.0").member(relief(object("dem:TINRelief", "t", in("dem:lod", "1"), in("dem:tin",
                in("gml:TriangulatedSurface", in("gml:trianglePatches", triangles(10, 5))))))).read(folder);

        ElevationBatch batch = sink.elevations.get(0);
        assertPlane(batch, 1);
        assertThat(batch.width() * batch.affine()[0]).isCloseTo(50, Offset.offset(2.6));
        assertThat(batch.affine()[3]).isNegative();
        assertThat(sink.solids).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<dem:MassPointRelief><dem:lod>1</dem:lod><dem:reliefPoints>%s</dem:reliefPoints></dem:MassPointRelief>",
        "<dem:TINRelief><dem:lod>1</dem:lod><dem:tin><gml:Tin><gml:controlPoint>%s</gml:controlPoint></gml:Tin></dem:tin></dem:TINRelief>"})
    void triangulatesPoints(String around) throws Exception {
        StringBuilder points = new StringBuilder("<gml:MultiPoint>");
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                double east = 4 * i + (j * 7 % 3) * 0.3;
                double north = 4 * j + (i * 5 % 3) * 0.3;
                points.append(in("gml:pointMember", in("gml:Point", in("gml:pos", east + " " + north + " " + plane(east, north)))));
            }
        }
        RecordingSink sink = Gml.of("2.0").member(relief(around.formatted(points + "</gml:MultiPoint>"))).read(folder);

        assertPlane(sink.elevations.get(0), 0.9);
    }

    @Test
    void takesTheLevelAskedFor() throws Exception {
        Gml town = Gml.of("2.0");
        for (int lod = 1; lod <= 2; lod++) {
            town.member(relief(object("dem:TINRelief", "t" + lod, in("dem:lod", "" + lod), in("dem:tin", in("gml:TriangulatedSurface",
                    in("gml:trianglePatches", triangles(5, 5 * lod)))))));
        }

        assertThat(size(town.read(folder))).isCloseTo(50, Offset.offset(5.0));
        assertThat(size(town.read(folder, Gml.lod("1")))).isCloseTo(25, Offset.offset(3.0));
    }

    private static double size(RecordingSink sink) {
        return sink.elevations.get(0).width() * sink.elevations.get(0).affine()[0];
    }

    /** Offsets to the east and to the south, from the north-western point. */
    @Test
    void readsAGridInTheDocument() throws Exception {
        StringBuilder values = new StringBuilder();
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 4; column++) {
                values.append(plane(100 + 5 * column, 200 - 5 * row)).append(' ');
            }
        }
        RecordingSink sink = Gml.of("2.0").member(relief(in("dem:RasterRelief", in("dem:lod", "1"), in("dem:grid", in("gml:RectifiedGridCoverage",
                in("gml:rectifiedGridDomain", in("gml:RectifiedGrid", in("gml:limits", in("gml:GridEnvelope", in("gml:low", "0 0"), in("gml:high", "3 2"))),
                        in("gml:origin", in("gml:Point", in("gml:pos", "100 200"))), in("gml:offsetVector", "5 0"), in("gml:offsetVector", "0 -5"))),
                in("gml:rangeSet", in("gml:DataBlock", in("gml:tupleList", values.toString())))))))).read(folder);

        assertThat(sink.elevations.get(0).width()).isEqualTo(4);
        assertPlane(sink.elevations.get(0), 1);
    }

    @Test
    void readsAGridInAFileBesideTheDocument() throws Exception {
        Files.writeString(folder.resolve("grid.asc"), "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 10\n1 2\n3 4\n");
        String relief = relief(in("dem:RasterRelief", in("dem:grid", in("gml:RectifiedGridCoverage", in("gml:rangeSet", in("gml:File",
                in("gml:fileName", "%s")))))));

        assertThat(Gml.of("2.0").member(relief.formatted("grid.asc")).read(folder).elevations.get(0).heights()).containsExactly(1, 2, 3, 4);
        assertThat(Gml.of("2.0").member(relief.formatted("gone.asc")).read(folder).diagnostics).hasSize(1);
    }

    /** However far triangles lie apart and however many they are, the grid stays within its bounds. */
    @Test
    void staysSmallWhateverComes() {
        TriangleGrid grid = new TriangleGrid(new MemoryBudget(1L << 30), 1, 1);
        for (int i = 0; i < 110_000; i++) {
            grid.add(new double[] {i % 300, i / 300, 1, i % 300 + 1, i / 300, 1, i % 300, i / 300 + 1, 1});
        }
        grid.add(new double[] {0, 0, 1, 1e7, 0, 1, 0, 1e7, 1});
        grid.add(new double[] {1e9, 1e9, 1, 1e9 + 1, 1e9, 1, 1e9, 1e9 + 1, Double.NaN});
        ElevationBatch batch = grid.give("a", "b");

        assertThat((long) batch.width() * batch.height()).isLessThan(30_000_000);
        assertThat(batch.width() * batch.affine()[0]).isCloseTo(1e7, Offset.offset(1e5));
    }

    @Test
    void saysWhereReliefIsEmpty() throws Exception {
        assertThat(Gml.of("2.0").member(relief("")).read(folder).diagnostics).hasSize(1);
    }
}
