package org.kvarter.importing.citygml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kvarter.importing.citygml.Gml.in;
import static org.kvarter.importing.citygml.Gml.multi;
import static org.kvarter.importing.citygml.Gml.object;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.TestPictures;
import org.kvarter.importing.RecordingSink;
import org.kvarter.model.PolygonSet;

/** Walls along y = 5 whose picture is laid so that s = x / 10 and t = z / 10 everywhere, t from below. */
class CityGmlTextureTest {

    private static final String OUTER = "0 5 0 10 5 0 10 5 10 0 5 10 0 5 0";
    private static final String PLACES = "0 0 1 0 1 1 0 1 0 0";
    private static final String HOLE = "2 5 2 2 5 4 4 5 4 2 5 2";
    private static final String HOLE_PLACES = "0.2 0.2 0.2 0.4 0.4 0.4 0.2 0.2";

    @TempDir
    Path folder;

    @BeforeEach
    void pictures() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        TestPictures.write(folder.resolve("pics/brick.png"), new int[] {0xFFAA3322});
        TestPictures.write(folder.resolve("pics/glass.png"), new int[] {0xFF3333AA});
    }

    private static String ring(String id, String positions) {
        return "<gml:LinearRing gml:id=\"" + id + "\"><gml:posList>" + positions + "</gml:posList></gml:LinearRing>";
    }

    private static String wall(String id, String hole) {
        return "<gml:Polygon gml:id=\"" + id + "\">" + in("gml:exterior", ring(id + "-outer", OUTER))
                + (hole.isEmpty() ? "" : in("gml:interior", ring(id + "-hole", hole))) + "</gml:Polygon>";
    }

    private static String texture(String version, String image, String target, String... ringsAndPlaces) {
        StringBuilder lists = new StringBuilder();
        StringBuilder rings = new StringBuilder();
        for (int i = 0; i < ringsAndPlaces.length; i += 2) {
            lists.append(version.equals("3.0") ? in("app:textureCoordinates", ringsAndPlaces[i + 1])
                    : "<app:textureCoordinates ring=\"#" + ringsAndPlaces[i] + "\">" + ringsAndPlaces[i + 1] + "</app:textureCoordinates>");
            rings.append(version.equals("3.0") ? in("app:ring", "#" + ringsAndPlaces[i]) : "");
        }
        String list = in("app:TexCoordList", lists.toString(), rings.toString());
        return in("app:surfaceDataMember", in("app:ParameterizedTexture", in("app:imageURI", image), version.equals("3.0")
                ? in("app:textureParameterization", in("app:TextureAssociation", in("app:target", "#" + target), in("app:textureParameterization", list)))
                : "<app:target uri=\"#" + target + "\">" + list + "</app:target>"));
    }

    private RecordingSink town(String version, boolean beside, String geometry, String... textures) throws Exception {
        String appearance = in("app:Appearance", textures);
        Gml town = Gml.of(version);
        if (beside) {
            town.root(in("app:appearanceMember", appearance));
        }
        String property = version.equals("3.0") ? "core" : "bldg";
        String own = in((version.equals("3.0") ? "core" : "app") + ":appearance", appearance);
        return town.member(object("bldg:Building", "b", beside ? "" : own, in(property + ":lod2MultiSurface", multi(geometry)))).read(folder);
    }

    private static String shown(PolygonSet set) {
        return set.texturing() == null ? "none" : Arrays.stream(set.texturing().of())
                .mapToObj(i -> i < 0 ? "-" : set.texturing().textures().get(i).name().replaceFirst("pics/(.*)\\.png", "$1")).collect(Collectors.joining(" "));
    }

    private static void assertPlaced(PolygonSet set) {
        for (int p = 0; p < set.polygonCount(); p++) {
            for (int c = set.firstCornerOfPolygon(p); set.texturing().of()[p] >= 0 && c < set.endCornerOfPolygon(p); c++) {
                int v = set.corners()[c];
                assertThat(set.texturing().uv()[2 * c]).isCloseTo((float) (set.vertices()[3 * v] / 10), within(1e-6f));
                assertThat(set.texturing().uv()[2 * c + 1]).isCloseTo((float) (1 - set.vertices()[3 * v + 2] / 10), within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1.0,false", "2.0,false", "2.0,true", "3.0,false", "3.0,true"})
    void wallsWithHolesLieOnTheirPictures(String version, boolean beside) throws Exception {
        RecordingSink sink = town(version, beside, wall("p", HOLE) + "</gml:surfaceMember><gml:surfaceMember>" + wall("q", "")
                + "</gml:surfaceMember><gml:surfaceMember>" + wall("r", ""), texture(version, "pics/brick.png", "p", "p-outer", PLACES, "p-hole", HOLE_PLACES),
                texture(version, "pics/glass.png", "r", "r-outer", PLACES));
        PolygonSet set = sink.solids("Building").polygons();
        assertThat(shown(set)).isEqualTo("brick - glass");
        assertPlaced(set);
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void aSurfaceTurnedOverKeepsItsPictureInPlace() throws Exception {
        RecordingSink sink = town("2.0", false, "<gml:OrientableSurface orientation=\"-\">" + in("gml:baseSurface", wall("p", HOLE)) + "</gml:OrientableSurface>",
                texture("2.0", "pics/brick.png", "p", "p-outer", PLACES, "p-hole", HOLE_PLACES));
        PolygonSet set = sink.solids("Building").polygons();
        assertThat(shown(set)).isEqualTo("brick");
        assertPlaced(set);
    }

    /** Too few places, a hole without, another picture in the hole, the closing place left out, numbers that are none. */
    @ParameterizedTest
    @CsvSource({"0 0 1 0,brick.png,none", "0 0 1 0 1 1 0 1,brick.png,brick", "0 0 1 0 1 1 0 1 0 0,brick.png,brick", "0 0 1 0 1 1 0 1 0 0,gone.png,none",
        "0 0 1 0 1 1 0 1 0 0,../brick.png,none", "a b c,brick.png,none"})
    void aRingWithoutItsPlacesHasNoPicture(String places, String image, String shown) throws Exception {
        RecordingSink sink = town("2.0", false, wall("p", ""), texture("2.0", "pics/" + image, "p", "p-outer", places));
        assertThat(shown(sink.solids("Building").polygons())).isEqualTo(shown);
        assertThat(sink.diagnostics.size()).isEqualTo(image.equals("brick.png") ? 0 : 1);
    }

    @Test
    void allRingsOfAWallShowOnePictureOrNone() throws Exception {
        assertThat(shown(town("2.0", false, wall("p", HOLE), texture("2.0", "pics/brick.png", "p", "p-outer", PLACES)).solids("Building").polygons())).isEqualTo("none");
        assertThat(shown(town("2.0", false, wall("p", HOLE), texture("2.0", "pics/brick.png", "p", "p-outer", PLACES),
                texture("2.0", "pics/glass.png", "p", "p-hole", HOLE_PLACES)).solids("Building").polygons())).isEqualTo("none");
    }

    @Test
    void theFirstThemeCounts() throws Exception {
        RecordingSink sink = town("2.0", false, wall("p", ""), texture("2.0", "pics/glass.png", "p", "p-outer", PLACES),
                texture("2.0", "pics/brick.png", "p", "p-outer", PLACES));
        assertThat(shown(sink.solids("Building").polygons())).isEqualTo("glass");
    }
}
