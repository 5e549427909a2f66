package org.kvarter.importing.obj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.TestPictures;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceHead;
import org.kvarter.model.Bounds;
import org.kvarter.model.Severity;
import org.kvarter.model.SurfaceKind;
import org.kvarter.model.Texture;
import org.kvarter.model.Texturing;

class ObjImporterTest {

    private static final ReadOptions Z_UP = new ReadOptions(Optional.empty(), Optional.empty(), Map.of("up", "z"));
    private static final String SQUARE = "v 0 0 0\nv 4 0 0\nv 4 2 0\nv 0 2 0\n";

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private RecordingSink read(String obj, ReadOptions options) throws Exception {
        Path file = Files.writeString(folder.resolve("house.obj"), obj);
        return RecordingSink.read(new ObjImporter(), file, options);
    }

    private SolidBatch batch(String obj) throws Exception {
        return read(obj, Z_UP).solids("OBJ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "f 1 2 3 4; 4; 4",
        "f 1/1 2/2 3/3 4/4; 4; 4",
        "f 1//9 2//9 3//9; 3; 3",
        "f -4 -3 -2 -1; 4; 4",
        "f 1 2 2 3 1; 3; 3",
        "f 1 2 \\\\\\n3 4; 4; 4"})
    void readsFacesInAllTheirSpellings(String faces, int corners, int vertices) throws Exception {
        SolidBatch batch = batch(SQUARE + faces.replace("\\\\\\n", "\\\n"));

        assertThat(batch.polygons().polygonCount()).isEqualTo(1);
        assertThat(batch.polygons().corners()).hasSize(corners);
        assertThat(batch.polygons().vertexCount()).isEqualTo(vertices);
        assertThat(batch.polygons().polygonKind()).containsExactly((byte) SurfaceKind.ROOF.ordinal());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "o a|f 1 2 3|o b|f 2 3 4|o a|f 1 3 4; a,b; object; 0,0,1",
        "g left|f 1 2 3|g right|f 2 3 4; left,right; group; 0,1",
        "usemtl brick|f 1 2 3|usemtl tile|f 2 3 4; brick,tile; material; 0,1",
        "o a|usemtl brick|f 1 2 3|g x|usemtl tile|f 2 3 4; a; object; 0,0",
        "s 1|g default|f 1 2 3; house; file; 0"})
    void makesFeaturesOfObjectsElseGroupsElseMaterials(String lines, String ids, String type, String features) throws Exception {
        SolidBatch batch = batch(SQUARE + lines.replace('|', '\n'));

        assertThat(batch.features().ids()).containsExactly(ids.split(","));
        assertThat(batch.features().types()).containsOnly(type);
        assertThat(List.of(features.split(","))).isEqualTo(java.util.Arrays.stream(batch.polygons().polygonFeature())
                .mapToObj(String::valueOf).toList());
    }

    @Test
    void turnsYUpIntoZUp() throws Exception {
        ReadOptions yUp = new ReadOptions(Optional.empty(), Optional.empty(), Map.of("up", "y"));

        SolidBatch batch = read("v 1 5 2\nv 3 5 2\nv 3 5 -4\nf 1 2 3", yUp).solids("OBJ");

        assertThat(batch.polygons().bounds()).isEqualTo(new Bounds(1, -2, 5, 3, 4, 5));
        assertThat(batch.polygons().polygonKind()).containsExactly((byte) SurfaceKind.ROOF.ordinal());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "v 154000 6570000 3|v 154001 6570000 3|v 154001 6570001 9; 0; z",
        "v -5 0 -7|v 5 12 -7|v 5 0 7; 1; y",
        "v -5 -7 0|v 5 -7 12|v 5 7 0; 1; z"})
    void choosesWhatIsUpAndSaysSoWhereItIsAGuess(String vertices, int remarks, String up) throws Exception {
        RecordingSink sink = read(vertices.replace('|', '\n') + "\nf 1 2 3", ReadOptions.DEFAULT);

        boolean zUp = sink.solids("OBJ").polygons().bounds().maxUp() == (up.equals("z") ? sinkMaxZ(vertices, 2) : sinkMaxZ(vertices, 1));
        assertThat(zUp).isTrue();
        assertThat(sink.diagnostics).hasSize(remarks).allMatch(d -> d.severity() == Severity.INFO && d.message().contains(up + " was taken"));
    }

    private static double sinkMaxZ(String vertices, int axis) {
        return java.util.Arrays.stream(vertices.split("\\|")).mapToDouble(v -> Double.parseDouble(v.split(" ")[axis + 1])).max().orElseThrow();
    }

    @Test
    void coloursFacesByTheirMaterial() throws Exception {
        Files.writeString(folder.resolve("my colours.mtl"), "newmtl brick\nKd 1 0.5 0\nd 0.5\nmap_Kd brick.jpg\nnewmtl glass\nTr 0.75\nKd 0 0 1\n"
                + "newmtl plain\nd 1\n");

        RecordingSink sink = read("mtllib my colours.mtl\n" + SQUARE
                + "o a\nf 1 2 3\nusemtl brick\nf 1 2 3\nusemtl glass\nf 1 2 3\nusemtl plain\nf 1 2 3\nusemtl lost\nf 1 2 3", Z_UP);

        assertThat(sink.solids("OBJ").polygons().polygonArgb()).containsExactly(0, 0x80FF8000, 0x400000FF, 0, 0);
        assertThat(sink.diagnostics).extracting(d -> d.message().split(" ")[0] + d.object()).containsExactly("Thelost");
    }

    @ParameterizedTest
    @CsvSource({"lost.mtl", "../secret.mtl", "/etc/passwd"})
    void saysWhichMaterialFileIsMissingAndOpensNoneElsewhere(String name) throws Exception {
        Files.writeString(folder.getParent().resolve("secret.mtl"), "newmtl x\nKd 1 1 1");

        RecordingSink sink = read("mtllib " + name + "\n" + SQUARE + "f 1 2 3", Z_UP);

        assertThat(sink.diagnostics).singleElement().matches(d -> d.severity() == Severity.WARNING && d.message().contains(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "f 1 2 9; vertex that is not there",
        "f 1 2 -9; vertex that is not there",
        "f 0 1 2; vertex that is not there",
        "f a b c; vertex that is not there",
        "f 1 2; fewer than three",
        "f; fewer than three",
        "f 1 1 2 2; fewer than three",
        "f 1 2 5; no area",
        "v 1 nan 2|f 1 2 6; broken vertex",
        "v 1|f 1 2 6; broken vertex",
        "v 1e999 1 1|f 1 2 6; broken vertex"})
    void leavesBrokenFacesOutAndSaysWhy(String lines, String reason) throws Exception {
        RecordingSink sink = read(SQUARE + "v 8 0 0\nf 1 2 3\n" + lines.replace('|', '\n'), Z_UP);

        assertThat(sink.solids("OBJ").polygons().polygonCount()).isEqualTo(1);
        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains(reason));
    }

    @Test
    void countsRepeatedTroubleInsteadOfRepeatingIt() throws Exception {
        RecordingSink sink = read(SQUARE + "f 1 2 3\n" + "f 1 2 99\n".repeat(500), Z_UP);

        assertThat(sink.diagnostics).hasSize(6);
        assertThat(sink.diagnostics.get(5).message()).contains("495 more");
    }

    @ParameterizedTest
    @CsvSource({"'',no vertices", "hello,no vertices", "'v 1 2 3',no faces"})
    void refusesWhatIsNoModel(String text, String reason) throws Exception {
        Path file = Files.writeString(folder.resolve("house.obj"), text);

        assertThatThrownBy(() -> RecordingSink.read(new ObjImporter(), file, Z_UP)).isInstanceOf(ImportException.class)
                .hasMessageContaining("house.obj").hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({"house.obj,'v 1 2 3\nf 1 1 1',1", "house.txt,'v 1 2 3\nv 1 2 3\nv 1 2 3',0.7", "house.txt,hello,0", "house.obj,'{}',0.3"})
    void knowsItsOwnByNameAndWords(String name, String text, double score) throws Exception {
        Path file = Files.writeString(folder.resolve(name), text);

        assertThat(new ObjImporter().probe(SourceHead.of(file))).isEqualTo(score);
    }

    /** Rows of squares ten metres apart, one object each. */
    private Path squares(int count) throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int x = 10 * i;
            text.append("o q").append(i).append("\nv ").append(x).append(" 0 0\nv ").append(x + 1).append(" 0 0\nv ").append(x + 1)
                    .append(" 1 0\nv ").append(x).append(" 1 0\nf -4 -3 -2 -1\n");
        }
        return Files.writeString(folder.resolve("squares.obj"), text);
    }

    @Test
    void takesOnlyTheObjectsInTheBox() throws Exception {
        ReadOptions box = new ReadOptions(Optional.empty(), Optional.of(new double[] {19, 0, 41, 1}), Map.of("up", "z"));
        SolidBatch batch = RecordingSink.read(new ObjImporter(), squares(100), box).solids("OBJ");

        assertThat(batch.features().ids()).containsExactly("q2", "q3", "q4");
        assertThat(batch.polygons().vertexCount()).isEqualTo(12);
        assertThat(batch.polygons().polygonFeature()).containsExactly(0, 1, 2);
    }

    private static final String ON_PICTURES = SQUARE + "mtllib pics.mtl\nvt 0 0\nvt 1 0\nvt 1 1\nvt 0 1\n";

    @Test
    void putsPicturesOnFaces() throws Exception {
        TestPictures.write(folder.resolve("pics/my brick.png"), new int[] {0xFF0000FF});
        Files.writeString(folder.resolve("pics.mtl"), "newmtl brick\nmap_Kd -s 1 1 1 pics\\my brick.png\nnewmtl plain\nKd 1 1 1\n");

        RecordingSink sink = read(ON_PICTURES + "usemtl brick\nf 1/1 2/2 2/2 3/-2 4/4\nf 1 2 3\nf 1/1 2/9 3/3\nusemtl plain\nf 1/1 2/2 3/3\n",
                Z_UP);

        Texturing texturing = sink.solids("OBJ").polygons().texturing();
        assertThat(texturing.of()).containsExactly(0, -1, -1, -1);
        assertThat(Arrays.copyOf(texturing.uv(), 8)).as("v counts down from the top").containsExactly(0, 1, 1, 1, 1, 0, 0, 0);
        assertThat(texturing.textures()).extracting(Texture::name).containsExactly("pics\\my brick.png");
        assertThat(sink.diagnostics).noneMatch(d -> d.message().contains("picture"));
    }

    @ParameterizedTest
    @CsvSource({"lost.png, is not beside", "../outside.png, is not beside", "/etc/passwd, is not beside", "text.png, damaged"})
    void tellsOnceOfAPictureThatCannotBeShown(String name, String words) throws Exception {
        TestPictures.write(folder.getParent().resolve("outside.png"), new int[] {0xFF0000FF});
        Files.writeString(folder.resolve("text.png"), "no picture");
        Files.writeString(folder.resolve("pics.mtl"), "newmtl a\nKd 1 0 0\nmap_Kd " + name + "\nnewmtl b\nmap_Kd " + name + "\n");

        RecordingSink sink = read(ON_PICTURES + "usemtl a\nf 1/1 2/2 3/3\nusemtl b\nf 1/1 3/3 4/4\n", Z_UP);

        assertThat(sink.solids("OBJ").polygons().texturing()).isNull();
        assertThat(sink.solids("OBJ").polygons().polygonArgb()).containsExactly(0xFFFF0000, 0);
        assertThat(sink.diagnostics).filteredOn(d -> d.message().contains(words) && d.severity() == Severity.WARNING).hasSize(1);
    }
}
