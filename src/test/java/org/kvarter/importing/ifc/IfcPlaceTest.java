package org.kvarter.importing.ifc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.RecordingSink;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Severity;

/** Where models stand, by each of the ways in which a file may say so. */
class IfcPlaceTest {

    /** 59° 20′ N, 18° E, 12 m up. */
    private static final String STOCKHOLM = "(59,20,0,0),(18,0,0,0),12.";

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static IfcDraft walled(IfcDraft draft) {
        draft.wall(draft.box(10, 1, 3));
        return draft;
    }

    private static void mapConversion(IfcDraft draft, String crs, String unit, String numbers) {
        String target = draft.add("IFCPROJECTEDCRS('" + crs + "',$,$,$,$,$," + unit + ")");
        draft.add("IFCMAPCONVERSION(" + draft.context() + "," + target + "," + numbers + ")");
    }

    private void stands(RecordingSink sink, String crs, double... box) {
        assertThat(sink.description.crs().orElse("")).isEqualTo(crs);
        Bounds b = sink.solids("elements").polygons().bounds();
        double[] is = {b.minEast(), b.minNorth(), b.minUp(), b.maxEast(), b.maxNorth(), b.maxUp()};
        for (int i = 0; i < box.length; i++) {
            assertThat(is[i]).as("bound %d", i).isCloseTo(box[i], within(0.002));
        }
    }

    @Test
    void followsAMapConversion() throws Exception {
        IfcDraft draft = walled(IfcDraft.metres());
        mapConversion(draft, "EPSG:3011", draft.add("IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)"), "150000.,6580000.,25.,0.,1.,$");

        // turned by a quarter: the wall along x runs north, its thickness goes west
        stands(IfcModelReading.read(draft, folder), "EPSG:3011", 149_999, 6_580_000, 25, 150_000, 6_580_010, 28);
    }

    /** Millimetres with a map in metres: with the scale the standard wants, without one, with 1, and the wrong way round. */
    @ParameterizedTest
    @CsvSource({"0.001", "$", "1.", "1000."})
    void bearsTheUsualScales(String scale) throws Exception {
        IfcDraft draft = IfcDraft.millimetres();
        draft.wall(draft.box(10_000, 1000, 3000));
        mapConversion(draft, "EPSG:3011", draft.add("IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)"), "150000.,6580000.,25.,1.,0.," + scale);

        stands(IfcModelReading.read(draft, folder), "EPSG:3011", 150_000, 6_580_000, 25, 150_010, 6_580_001, 28);
    }

    @Test
    void takesMetresForAMapUnitThatIsNotTold() throws Exception {
        IfcDraft draft = IfcDraft.millimetres();
        draft.wall(draft.box(10_000, 1000, 3000));
        mapConversion(draft, "SWEREF99 18 00", "$", "150000.,6580000.,25.,1.,0.,$");

        stands(IfcModelReading.read(draft, folder), "SWEREF99 18 00", 150_000, 6_580_000, 25, 150_010, 6_580_001, 28);
    }

    @Test
    void saysWhatAScaleWithoutSenseIs() throws Exception {
        IfcDraft draft = walled(IfcDraft.metres());
        mapConversion(draft, "EPSG:3011", draft.add("IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)"), "150000.,6580000.,25.,1.,0.,7.");

        RecordingSink sink = IfcModelReading.read(draft, folder);

        stands(sink, "EPSG:3011", 150_000, 6_580_000, 25, 150_010);
        assertThat(sink.diagnostics).anyMatch(d -> d.severity() == Severity.WARNING && d.message().contains("The scale 7 of"));
    }

    @Test
    void keepsACombinedScaleFactor() throws Exception {
        IfcDraft draft = walled(IfcDraft.metres());
        mapConversion(draft, "EPSG:3011", draft.add("IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)"), "150000.,6580000.,25.,1.,0.,0.9996");

        stands(IfcModelReading.read(draft, folder), "EPSG:3011", 150_000, 6_580_000, 25, 150_009.996);
    }

    @Test
    void readsThePropertySetsOfIfc2x3() throws Exception {
        IfcDraft draft = IfcDraft.millimetres();
        draft.wall(draft.box(10_000, 1000, 3000));
        draft.propertySet("ePset_MapConversion", draft.site(), "IFCPROPERTYSINGLEVALUE('Eastings',$,IFCREAL(150000.),$)",
                "IFCPROPERTYSINGLEVALUE('Northings',$,IFCREAL(6580000.),$)", "IFCPROPERTYSINGLEVALUE('OrthogonalHeight',$,IFCREAL(25.),$)",
                "IFCPROPERTYSINGLEVALUE('XAxisAbscissa',$,IFCREAL(1.),$)", "IFCPROPERTYSINGLEVALUE('XAxisOrdinate',$,IFCREAL(0.),$)");
        draft.propertySet("ePset_ProjectedCRS", draft.site(), "IFCPROPERTYSINGLEVALUE('Name',$,IFCLABEL('EPSG:3011'),$)");

        stands(IfcModelReading.read(draft, folder), "EPSG:3011", 150_000, 6_580_000, 25, 150_010, 6_580_001, 28);
    }

    @Test
    void standsByLatitudeLongitudeAndTrueNorth() throws Exception {
        // true north along the model's x axis
        IfcDraft draft = walled(IfcDraft.at(STOCKHOLM, "1.,0."));
        double[] place = {18, 59 + 20 / 60.0, 0};
        double[] north = {18, 59 + 20 / 60.0 + 1e-4, 0};
        CoordinateSystems systems = new CoordinateSystems();
        systems.toFrame("EPSG:4258", new LocalFrame("EPSG:25834", 0, 0, 0)).toLocal(place, 0, 1);
        systems.toFrame("EPSG:4258", new LocalFrame("EPSG:25834", 0, 0, 0)).toLocal(north, 0, 1);
        double grid = Math.atan2(north[0] - place[0], north[1] - place[1]);

        RecordingSink sink = IfcModelReading.read(draft, folder);

        assertThat(sink.description.crs()).hasValue("EPSG:25834");
        double[] v = sink.solids("elements").polygons().vertices();
        double far = 0;
        double[] end = new double[3];
        for (int i = 0; i < v.length; i += 3) {
            double d = Math.hypot(v[i] - place[0], v[i + 1] - place[1]);
            if (d > far) {
                far = d;
                end = new double[] {v[i], v[i + 1]};
            }
        }
        // the far end of the wall, 10 along x and 1 along y, lies north by true north, and a little to the west
        double bearing = Math.atan2(end[0] - place[0], end[1] - place[1]);
        assertThat(far).isCloseTo(Math.hypot(10, 1) * 0.9999, within(0.01));
        assertThat(bearing).isCloseTo(grid - Math.atan2(1, 10), within(1e-4));
        assertThat(sink.solids("elements").polygons().bounds().minUp()).isCloseTo(12, within(1e-6));
        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("accurate to some ten metres"));
    }

    @Test
    void saysThatItDoesNotKnow() throws Exception {
        RecordingSink sink = IfcModelReading.read(walled(IfcDraft.metres()), folder);

        stands(sink, "", 0, 0, 0, 10, 1, 3);
        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("does not say where the model stands"));
    }

    @Test
    void warnsOfTwoPlacesAndTakesTheMapConversion() throws Exception {
        IfcDraft draft = walled(IfcDraft.at("(52,0,0),(5,0,0),0.", ""));
        mapConversion(draft, "EPSG:3011", draft.add("IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)"), "150000.,6580000.,25.,1.,0.,$");

        RecordingSink sink = IfcModelReading.read(draft, folder);

        stands(sink, "EPSG:3011", 150_000, 6_580_000, 25);
        assertThat(sink.diagnostics).anyMatch(d -> d.severity() == Severity.WARNING && d.message().contains("says twice"));
    }

    @Test
    void followsTheWishOfAPerson() throws Exception {
        IfcDraft draft = walled(IfcDraft.at(STOCKHOLM, ""));
        mapConversion(draft, "EPSG:3011", draft.add("IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)"), "150000.,6580000.,25.,1.,0.,$");

        stands(IfcModelReading.read(draft, folder, "georeference", "none"), "", 0, 0, 0);
        assertThat(IfcModelReading.read(draft, folder, "georeference", "site").description.crs()).hasValue("EPSG:25834");
        stands(IfcModelReading.read(draft, folder, "crs", "EPSG:3006"), "EPSG:3006", 150_000, 6_580_000, 25);
    }

    @Test
    void asksForTheSystemOfMapCoordinatesWithoutOne() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        draft.element("IFCWALL", "wall", draft.place(150_000, 6_580_000, 20), draft.box(10, 1, 3));

        RecordingSink sink = IfcModelReading.read(draft, folder);

        stands(sink, "", 150_000, 6_580_000, 20);
        assertThat(sink.diagnostics).anyMatch(d -> d.severity() == Severity.WARNING && d.message().contains("look like those of a map"));
    }

    @Test
    void doesNotTrustASiteFarFromItsModel() throws Exception {
        IfcDraft draft = IfcDraft.at(STOCKHOLM, "");
        draft.element("IFCWALL", "wall", draft.place(150_000, 6_580_000, 20), draft.box(10, 1, 3));

        RecordingSink sink = IfcModelReading.read(draft, folder);

        stands(sink, "", 150_000, 6_580_000, 20);
        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("were not used, because the model lies"));
    }
}
