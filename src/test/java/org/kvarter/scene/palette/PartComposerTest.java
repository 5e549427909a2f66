package org.kvarter.scene.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.kvarter.mesh.light.LightModel;
import org.kvarter.mesh.light.PartLight;
import org.kvarter.model.Appearance;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.PartTable;
import org.kvarter.model.SurfaceKind;
import org.kvarter.scene.FeatureState;
import org.kvarter.scene.Theme;

class PartComposerTest {

    /** Light under which lit and exposed colours stay what they are, to one step. */
    private static final PartLight STUDIO = light(0.5446f, 1);
    private static final LightModel DAY = LightModel.DAY;

    private static PartLight light(float sun, float sky) {
        return new PartLight(new float[] {sun, sun}, new float[] {sky, sky});
    }

    /** Feature 0: a wall; feature 1: a pitched roof of a material of its own. */
    private static PartTable parts(int material) {
        return new PartTable(new int[] {0, 1}, new byte[] {(byte) SurfaceKind.WALL.ordinal(), (byte) SurfaceKind.ROOF.ordinal()},
                new int[] {0, material}, new float[] {0, -1, 0, 0, -0.5f, 0.866f}, new float[6], new float[2]);
    }

    private static LayerLook look() {
        return LayerLook.of(Theme.LIGHT, LayerKind.OTHER);
    }

    private static int[] opaque(LayerLook look, PartLight light) {
        int[] opaque = new int[2];
        PartComposer.compose(look, parts(0xFF336699), light, DAY, opaque, new int[2]);
        return opaque;
    }

    private static BitSet rows(int... rows) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(row);
        }
        return set;
    }

    private static void assertNear(int argb, int expected) {
        assertThat(Math.abs(Argb.red(argb) - Argb.red(expected))).as("red of %08x", argb).isLessThanOrEqualTo(2);
        assertThat(Math.abs(Argb.green(argb) - Argb.green(expected))).as("green of %08x", argb).isLessThanOrEqualTo(2);
        assertThat(Math.abs(Argb.blue(argb) - Argb.blue(expected))).as("blue of %08x", argb).isLessThanOrEqualTo(2);
    }

    @Test
    void windowsCarryTheirHousesDataALittleDeeper() {
        PartTable panes = new PartTable(new int[] {0, 0}, new byte[] {(byte) SurfaceKind.WALL.ordinal(), (byte) SurfaceKind.WINDOW.ordinal()},
                new int[2], new float[] {0, -1, 0, 0, -1, 0}, new float[6], new float[2]);
        int[] argb = new int[2];
        PartComposer.compose(look().withFeatureColours(new int[] {0xFFE8855C}), panes, STUDIO, DAY, argb, new int[2]);
        assertThat(Argb.red(argb[1])).isBetween((int) (0.8 * Argb.red(argb[0])), (int) (0.92 * Argb.red(argb[0])));
        assertThat(Argb.blue(argb[1])).isBetween((int) (0.8 * Argb.blue(argb[0])), (int) (0.92 * Argb.blue(argb[0])));
    }

    /** The roof says the value in the legend's colour, however sure it is; walls of what is modelled are pale, of what is assumed as if nothing were shown. */
    @Test
    void wallsCarryLessOfWhatIsLessSure() {
        PartTable house = new PartTable(new int[] {0, 0}, new byte[] {(byte) SurfaceKind.ROOF.ordinal(), (byte) SurfaceKind.WALL.ordinal()},
                new int[2], new float[] {0, 0, 1, 0, -1, 0}, new float[6], new float[2]);
        int[][] argb = new int[3][2];
        float[] carried = {1, 0.4f, 0};
        for (int i = 0; i < 3; i++) {
            PartComposer.compose(LayerLook.of(Theme.LIGHT, LayerKind.BUILDINGS).withFeatureColours(new int[] {0xFF78265A}).withCarried(carried[i]), house, STUDIO, DAY, argb[i], new int[2]);
            assertThat(argb[i][0]).as("the roof").isEqualTo(argb[0][0]);
        }
        assertThat(Argb.green(argb[1][1]) - Argb.green(argb[0][1])).as("modelled").isGreaterThan(60);
        assertThat(Argb.green(argb[2][1]) - Argb.green(argb[1][1])).as("assumed").isGreaterThan(60);
        assertThat(Argb.red(argb[2][1]) - Argb.blue(argb[2][1])).as("card has no hue").isLessThan(20);
    }

    @Test
    void underTheStudioSunLevelSurfacesShowTheirOwnColour() {
        int[] argb = opaque(look(), STUDIO);
        assertNear(argb[0], 0xFFF5F0E8);
        assertNear(argb[1], 0xFF336699);
    }

    @Test
    void shadeIsDarkerAndCooler() {
        int lit = opaque(look(), STUDIO)[0];
        int shaded = opaque(look(), light(0, 0.5f))[0];
        assertThat(Argb.red(shaded)).isLessThan(Argb.red(lit) * 6 / 10);
        assertThat(Argb.blue(shaded) / (double) Argb.red(shaded)).isGreaterThan(Argb.blue(lit) / (double) Argb.red(lit));
    }

    @Test
    void theStylesColourOverrulesMaterials() {
        LayerLook styled = look().withStyle(LayerStyle.DEFAULT.withArgb(OptionalInt.of(0xFF808080)));
        assertNear(opaque(styled, STUDIO)[1], 0xFF808080);
    }

    @Test
    void dataKeepsHalfOfTheLight() {
        LayerLook look = look().withFeatureColours(new int[] {0xFFC24A59, 0});
        // Deep shade takes a bare surface to about half; data to about three quarters.
        int data = opaque(look, light(0, 0.5f))[0];
        assertThat(Argb.red(data) / (double) 0xC2).isBetween(0.70, 0.78);
        assertNear(opaque(look, STUDIO)[1], 0xFF336699);
    }

    @Test
    void aSelectedFeatureTakesTheAccentAndAHoveredOnePartOfIt() {
        int selected = opaque(look().withSelected(rows(0)), STUDIO)[0];
        assertThat(Argb.green(selected)).isGreaterThan(2 * Argb.red(selected) + 60);
        int hovered = opaque(look().withHovered(rows(0)), STUDIO)[0];
        assertThat(Argb.red(hovered)).isBetween(Argb.red(selected) + 40, 0xF5 - 40);
    }

    @Test
    void selectionShowsThroughAnOverlay() {
        LayerLook look = look().withFeatureColours(new int[] {0xFFC24A59, 0xFFC24A59}).withSelected(rows(1));
        int[] argb = opaque(look, STUDIO);
        assertThat(Argb.red(argb[0])).isGreaterThan(Argb.green(argb[0]));
        assertThat(Argb.red(argb[1])).isLessThan(Argb.green(argb[1]));
    }

    @Test
    void hiddenFeaturesAndLayersHaveNoAlpha() {
        byte[] states = {(byte) FeatureState.HIDDEN.ordinal(), 0};
        int[] opaque = new int[2];
        int[] translucent = new int[2];
        PartComposer.compose(look().withFeatureStates(states), parts(0), STUDIO, DAY, opaque, translucent);
        assertThat(opaque[0]).isZero();
        assertThat(translucent[0]).isZero();
        assertThat(Argb.alpha(opaque[1])).isEqualTo(255);
        LayerLook off = look().withStyle(LayerStyle.DEFAULT.withVisible(false));
        assertThat(PartComposer.compose(off, parts(0), STUDIO, DAY, opaque, translucent)).isEqualTo(PartComposer.Outcome.INVISIBLE);
    }

    @Test
    void aFadedFeatureGoesToTheTranslucentMesh() {
        byte[] states = {(byte) FeatureState.FADED.ordinal(), 0};
        int[] opaque = new int[2];
        int[] translucent = new int[2];
        var outcome = PartComposer.compose(look().withFeatureStates(states), parts(0), STUDIO, DAY, opaque, translucent);
        assertThat(outcome).isEqualTo(PartComposer.Outcome.MIXED);
        assertThat(opaque[0]).isZero();
        assertThat(Argb.alpha(translucent[0])).isBetween(30, 90);
        assertThat(translucent[1]).isZero();
        // Premultiplied: no channel is above alpha.
        assertThat(Argb.red(translucent[0])).isLessThanOrEqualTo(Argb.alpha(translucent[0]));
    }

    @Test
    void aLayersOpacityMakesAllOfItTranslucent() {
        int[] translucent = new int[2];
        var outcome = PartComposer.compose(look().withStyle(LayerStyle.DEFAULT.withOpacity(0.5)), parts(0), STUDIO, DAY, new int[2],
                translucent);
        assertThat(outcome).isEqualTo(PartComposer.Outcome.TRANSLUCENT);
        assertThat(Argb.alpha(translucent[1])).isEqualTo(128);
    }

    @Test
    void statesAndColoursMayBeShorterThanTheLayer() {
        LayerLook look = look().withFeatureColours(new int[] {0xFF000000}).withFeatureStates(new byte[1]);
        assertThat(Argb.alpha(opaque(look, STUDIO)[1])).isEqualTo(255);
    }

    private static int[] under(LayerLook look, PartLight light, TexturedParts textured) {
        int[] translucent = new int[2];
        PartComposer.compose(look, parts(0), light, DAY, textured, new int[2], translucent);
        return translucent;
    }

    private static TexturedParts wallHasPicture(boolean hole) {
        return new TexturedParts(rows(0), hole ? rows(0) : rows());
    }

    /** White seen through the veil is what white looks like in that light. */
    @Test
    void aPictureIsSeenInTheBakedLight() {
        for (float sun : new float[] {0, 0.2f, 0.5f}) {
            TexturedParts textured = wallHasPicture(false);
            int veil = under(look(), light(sun, 0.7f), textured)[0];
            int white = Exposure.of(DAY.lit(0xFFFFFFFF, sun, 0.7f));
            double luminance = 0.299 * Argb.red(white) + 0.587 * Argb.green(white) + 0.114 * Argb.blue(white);
            assertThat((double) 255 - Argb.alpha(veil)).isCloseTo(luminance, org.assertj.core.api.Assertions.within(1.0));
            assertThat(veil & 0xFFFFFF).isZero();
            assertThat(textured.shown()).isEqualTo(rows(0));
        }
    }

    @Test
    void whatIsSelectedShinesInTheAccentThroughItsPicture() {
        int veil = under(look().withSelected(rows(0)), STUDIO, wallHasPicture(false))[0];
        assertThat(Argb.alpha(veil)).isBetween(170, 230);
        assertThat(Argb.green(veil)).isGreaterThan(2 * Argb.red(veil) + 20);
    }

    @Test
    void aHoleHasNoVeil() {
        assertThat(under(look(), light(0.1f, 0.4f), wallHasPicture(true))[0]).isZero();
    }

    /** Whatever else says a colour wins over the picture. */
    @Test
    void dataStatesStylesAndOtherAppearancesHidePictures() {
        java.util.Map<String, LayerLook> looks = java.util.Map.of(
                "data", look().withFeatureColours(new int[] {0xFF112233, 0}),
                "faded", look().withFeatureStates(new byte[] {(byte) FeatureState.FADED.ordinal(), 0}),
                "hidden", look().withFeatureStates(new byte[] {(byte) FeatureState.HIDDEN.ordinal(), 0}),
                "colour", look().withStyle(LayerStyle.DEFAULT.withArgb(OptionalInt.of(0xFF112233))),
                "opacity", look().withStyle(LayerStyle.DEFAULT.withOpacity(0.5)),
                "invisible", look().withStyle(LayerStyle.DEFAULT.withVisible(false)),
                "materials", look().withStyle(LayerStyle.DEFAULT.withAppearance(Appearance.MATERIALS)),
                "white", look().withStyle(LayerStyle.DEFAULT.withAppearance(Appearance.WHITE)));
        looks.forEach((name, look) -> {
            TexturedParts textured = wallHasPicture(false);
            under(look, STUDIO, textured);
            assertThat(textured.shown()).as(name).isEqualTo(rows());
        });
    }

    @Test
    void aWhiteModelIsOfOneColourAndKindsLeaveMaterialsOut() {
        int[] white = opaque(look().withStyle(LayerStyle.DEFAULT.withAppearance(Appearance.WHITE)), STUDIO);
        assertThat(white[0]).isEqualTo(white[1]);
        int[] kinds = opaque(look().withStyle(LayerStyle.DEFAULT.withAppearance(Appearance.KINDS)), STUDIO);
        assertThat(Argb.red(kinds[1])).as("a roof's red, not the material's blue").isGreaterThan(Argb.blue(kinds[1]));
    }
}
