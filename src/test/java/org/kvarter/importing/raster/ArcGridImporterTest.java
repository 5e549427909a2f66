package org.kvarter.importing.raster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.model.Severity;

class ArcGridImporterTest {

    private static final String HEADER = "ncols 3\nnrows 2\nxllcorner 1000\nyllcorner 2000\ncellsize 10\nNODATA_value -99\n";

    private final ArcGridImporter importer = new ArcGridImporter();

    @TempDir
    Path folder;

    @Test
    void readsHeights() throws Exception {
        Heard heard = read(HEADER + "1 2.5 -3e1\n-99 0.125 +7\n");

        assertThat(heard.elevation.affine()).containsExactly(10, 0, 0, -10, 1000, 2020);
        assertThat(heard.elevation.heights()).containsExactly(1, 2.5f, -30, Float.NaN, 0.125f, 7);
        assertThat(heard.crs()).isEmpty();
        assertThat(heard.diagnostics).isEmpty();
    }

    /** The same grid as other programs write it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NCOLS 2;NROWS 1;XLLCENTER 5;YLLCENTER 5;CELLSIZE 10;1 2
            nrows 1;ncols 2;yllcorner 0;xllcorner 0;cellsize 10.0;1;2
            ncols 2;nrows 1;xllcorner 0,0;yllcorner 0,0;cellsize 10,0;nodata_value -9999;1,0 2,0
            ncols        2;nrows        1;xllcorner 0;yllcorner 0;dx 10;dy 10;1 2;
            """)
    void understandsDialects(String text) throws Exception {
        Heard heard = read(text.replace(';', '\n'));

        assertThat(heard.elevation.affine()).containsExactly(10, 0, 0, -10, 0, 10);
        assertThat(heard.elevation.heights()).containsExactly(1, 2);
    }

    @Test
    void takesTheProjectionBeside() throws Exception {
        Files.writeString(folder.resolve("dem.prj"), "PROJCS[\"SWEREF99_TM\",GEOGCS[]]");
        assertThat(read(HEADER + "1 2 3 4 5 6").crs()).startsWith("PROJCS[\"SWEREF99_TM\"");

        Files.writeString(folder.resolve("dem.prj"), "Projection    UTM\nZone 33\n");
        assertThat(read(HEADER + "1 2 3 4 5 6").crs()).isEmpty();
    }

    @Test
    void keepsTheGoodPartOfATruncatedGrid() throws Exception {
        Heard heard = read(HEADER + "1 2 3\n4 ");

        assertThat(heard.elevation.heights()).containsExactly(1, 2, 3, 4, Float.NaN, Float.NaN);
        assertThat(heard.messages(Severity.WARNING)).singleElement().asString().contains("4 of 6");
    }

    @Test
    void saysThatThereIsMore() throws Exception {
        assertThat(read(HEADER + "1 2 3 4 5 6 7").messages(Severity.WARNING)).hasSize(1);
    }

    @Test
    void thinsWhatIsTooLarge() throws Exception {
        StringBuilder text = new StringBuilder("ncols 5000\nnrows 3\nxllcorner 0\nyllcorner 0\ncellsize 1\n");
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 5000; c++) {
                text.append(c + 10_000 * r).append(' ');
            }
        }
        Heard heard = read(text.toString());

        assertThat(heard.elevation.width()).isEqualTo(2500);
        assertThat(heard.elevation.heights()[1]).isEqualTo(2);
        assertThat(heard.elevation.heights()[2500 + 1]).isEqualTo(20_002);
        assertThat(heard.elevation.affine()).containsExactly(2, 0, 0, -2, -0.5, 3.5);
        assertThat(heard.messages(Severity.INFO)).hasSize(1);
    }

    @Test
    void readsOnlyTheBoxAskedFor() throws Exception {
        Path file = Files.writeString(folder.resolve("dem.asc"), HEADER + "1 2 3\n4 5 6\n");
        Heard heard = Heard.read(importer, file,
                new ReadOptions(Optional.empty(), Optional.of(new double[] {1011, 2001, 1019, 2009}), Map.of()));

        assertThat(heard.elevation.heights()).containsExactly(5);
        assertThat(heard.elevation.affine()).containsExactly(10, 0, 0, -10, 1010, 2010);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                              | empty
            ncols                                                           | ncols
            ncols x;nrows 2                                                 | ncols
            ncols 2.5;nrows 2;xllcorner 0;yllcorner 0;cellsize 1            | ncols
            ncols 1e9;nrows 2;xllcorner 0;yllcorner 0;cellsize 1            | ncols
            ncols 2;nrows -2;xllcorner 0;yllcorner 0;cellsize 1             | nrows
            ncols 2;nrows 2;yllcorner 0;cellsize 1;1 2 3 4                  | xllcorner
            ncols 2;nrows 2;xllcorner NaN;yllcorner 0;cellsize 1;1 2 3 4    | xllcorner
            ncols 2;nrows 2;xllcorner 0;yllcorner 0;1 2 3 4                 | cellsize
            ncols 2;nrows 2;xllcorner 0;yllcorner 0;cellsize 0;1 2 3 4      | cellsize
            ncols 2;nrows 1;xllcorner 0;yllcorner 0;cellsize 1              | ends before
            ncols 2;nrows 1;xllcorner 0;yllcorner 0;cellsize 1;1;two        | Line 7
            ncols 2;nrows 1;xllcorner 0;yllcorner 0;cellsize 1;-9999 -9999  | no data
            DSAA;2 2;0 1;0 1;0 1;1 2 3 4                                    | Surfer
            hello world                                                     | ncols
            """)
    void refusesWithASentence(String text, String words) {
        assertThatThrownBy(() -> read(text.replace(';', '\n'))).isInstanceOf(ImportException.class)
                .hasMessageContaining("dem.asc").hasMessageContaining(words);
    }

    @Test
    void probesByTheFirstWord() throws IOException {
        Path good = Files.writeString(folder.resolve("a.txt"), "  NCOLS 3\nNROWS 3\n");
        Path named = Files.writeString(folder.resolve("b.asc"), "PCD points");
        Path other = Files.writeString(folder.resolve("c.txt"), "columns");

        assertThat(importer.probe(SourceHead.of(good))).isGreaterThan(0.9);
        assertThat(importer.probe(SourceHead.of(named))).isBetween(0.1, 0.5);
        assertThat(importer.probe(SourceHead.of(other))).isZero();
    }

    private Heard read(String text) throws Exception {
        return Heard.read(importer, Files.writeString(folder.resolve("dem.asc"), text));
    }
}
