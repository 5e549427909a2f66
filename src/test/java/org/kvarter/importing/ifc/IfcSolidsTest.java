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
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SolidBatch;
import org.kvarter.mesh.MeshIssues;
import org.kvarter.mesh.MeshPlan;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Bounds;

/** Shapes whose volume can be worked out by hand. */
class IfcSolidsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    /** Areas by the formulas of any book of steel sections; circles are polygons, hence the tolerance. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "RECTANGLEPROFILEDEF   | 0.4,0.3                      | 0.12     | 1e-9",
        "ROUNDEDRECTANGLEPROFILEDEF | 0.4,0.3,0.05            | 0.117854 | 4e-4",
        "RECTANGLEHOLLOWPROFILEDEF  | 0.4,0.3,0.01,$,$        | 0.0136   | 1e-9",
        "CIRCLEPROFILEDEF      | 0.5                          | 0.785398 | 5e-3",
        "CIRCLEHOLLOWPROFILEDEF | 0.5,0.1                     | 0.282743 | 3e-3",
        "ELLIPSEPROFILEDEF     | 0.5,0.3                      | 0.471239 | 4e-3",
        "TRAPEZIUMPROFILEDEF   | 0.6,0.4,0.3,0.1              | 0.15     | 1e-9",
        "ISHAPEPROFILEDEF      | 0.2,0.4,0.01,0.02,$          | 0.0116   | 1e-9",
        "ISHAPEPROFILEDEF      | 0.2,0.4,0.01,0.02,0.02,$,$   | 0.011943 | 6e-5",
        "ASYMMETRICISHAPEPROFILEDEF | 0.3,0.4,0.01,0.02,$,0.2,0.02,$ | 0.0136 | 1e-9",
        "LSHAPEPROFILEDEF      | 0.2,0.1,0.01,$,$,$           | 0.0029   | 1e-9",
        "TSHAPEPROFILEDEF      | 0.2,0.1,0.01,0.02,$,$,$,$,$  | 0.0038   | 1e-9",
        "USHAPEPROFILEDEF      | 0.2,0.1,0.01,0.02,$,$,$      | 0.0056   | 1e-9",
        "CSHAPEPROFILEDEF      | 0.2,0.1,0.01,0.03,$          | 0.0042   | 1e-9",
        "ZSHAPEPROFILEDEF      | 0.2,0.1,0.01,0.02,$,$        | 0.0056   | 1e-9"})
    void extrudesEveryParameterisedProfile(String profile, String dimensions, double area, double tolerance) throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String position = draft.add("IFCAXIS2PLACEMENT2D(" + draft.point(3, 2) + "," + draft.add("IFCDIRECTION((0.6,0.8))") + ")");
        draft.wall(draft.extrusion(draft.add("IFC" + profile + "(.AREA.,$," + position + "," + dimensions + ")"), 2));

        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(2 * area, within(2 * tolerance));
    }

    @Test
    void cutsWindowsAndDoorsOutOfTheirWall() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String place = draft.place(5, 7, 0.5);
        String wall = draft.element("IFCWALL", "wall", place, draft.box(6, 0.3, 3));
        draft.opening(wall, place, 1, -0.1, 1, draft.box(1.2, 0.5, 1.5));
        draft.opening(wall, place, 4, 0, 0, draft.box(0.9, 0.3, 2.1));

        SolidBatch batch = IfcModelReading.elements(draft, folder);

        // 6·0.3·3 gross, less a window 1.2·1.5 and a door 0.9·2.1 through 0.3
        assertThat(IfcModelReading.volume(batch.polygons(), 0)).isCloseTo(5.4 - 0.54 - 0.567, within(1e-5));
        assertThat(batch.polygons().bounds()).isEqualTo(new Bounds(5, 7, 0.5, 11, 7.3, 3.5));
        assertThat(batch.features().size()).as("openings are no features").isEqualTo(1);
        assertThat(closed(batch)).as("back faces of a cut wall may be culled").isTrue();
        // two big faces with a hole and a notch, top, two ends, floor in two, and 4 + 3 reveals
        assertThat(batch.polygons().polygonCount()).isEqualTo(2 + 1 + 2 + 2 + 4 + 3);
    }

    private static boolean closed(SolidBatch batch) {
        MeshPlan plan = MeshPlan.of(batch.polygons(), batch.features().size());
        return plan.mesh(0, 0, new MeshIssues()).stream().allMatch(TileMesh::closed);
    }

    @Test
    void cutsAnOpeningThatIsDeeperThanItsWallIsThick() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String place = draft.place(0, 0, 0);
        String wall = draft.element("IFCWALL", "wall", place, draft.box(4, 0.3, 3));
        draft.opening(wall, place, 1, 0.1, 1, draft.box(1, 0.5, 1));

        assertThat(IfcModelReading.volume(draft, folder)).as("a niche 0.2 deep").isCloseTo(3.6 - 0.2, within(1e-5));
    }

    @Test
    void clipsWallsUnderARoof() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String slope = draft.add("IFCPLANE(" + draft.add("IFCAXIS2PLACEMENT3D(" + draft.point(0, 0, 2) + ","
                + draft.add("IFCDIRECTION((-0.5,0.,1.))") + "," + draft.add("IFCDIRECTION((1.,0.,0.5))") + ")") + ")");
        String above = draft.add("IFCHALFSPACESOLID(" + slope + ",.F.)");
        draft.wall(draft.add("IFCBOOLEANCLIPPINGRESULT(.DIFFERENCE.," + draft.box(4, 0.3, 5) + "," + above + ")"));

        // from 2 m at x = 0 to 4 m at x = 4
        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(4 * 3 * 0.3, within(1e-5));
        assertThat(IfcModelReading.bounds(draft, folder).maxUp()).isCloseTo(4, within(1e-6));
    }

    @Test
    void clipsWithABoundedHalfSpaceOnlyWithinItsBoundary() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String plane = draft.add("IFCPLANE(" + draft.axis(0, 0, 2) + ")");
        String bounded = draft.add("IFCPOLYGONALBOUNDEDHALFSPACE(" + plane + ",.F.," + draft.axis(1, 0, 0) + ","
                + draft.polyline(0, -1, 2, -1, 2, 1, 0, 1, 0, -1) + ")");
        draft.wall(draft.add("IFCBOOLEANCLIPPINGRESULT(.DIFFERENCE.," + draft.box(4, 0.3, 3) + "," + bounded + ")"));

        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(3.6 - 2 * 0.3 * 1, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"DIFFERENCE, 7", "INTERSECTION, 1", "UNION, 16"})
    void combinesSolids(String operator, double volume) throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String moved = draft.add("IFCEXTRUDEDAREASOLID(" + draft.rectangle(2, 2) + "," + draft.axis(1, 1, 1) + "," + draft.add("IFCDIRECTION((0.,0.,1.))")
                + ",2.)");
        draft.wall(draft.add("IFCBOOLEANRESULT(." + operator + ".," + draft.box(2, 2, 2) + "," + moved + ")"));

        // a union is shown as both bodies, one within the other
        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(volume, within(1e-5));
    }

    @Test
    void extrudesWithHolesAlongASlant() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String profile = draft.add("IFCARBITRARYPROFILEDEFWITHVOIDS(.AREA.,$," + draft.polyline(0, 0, 4, 0, 4, 3, 0, 3, 0, 0) + ",("
                + draft.polyline(1, 1, 1, 2, 2, 2, 2, 1, 1, 1) + "))");
        draft.wall(draft.add("IFCEXTRUDEDAREASOLID(" + profile + ",$," + draft.add("IFCDIRECTION((0.6,0.,0.8))") + ",5.)"));

        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(11 * 4, within(1e-6));
    }

    @Test
    void tapersBetweenTwoProfiles() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        draft.wall(draft.add("IFCEXTRUDEDAREASOLIDTAPERED(" + draft.rectangle(2, 2) + ",$," + draft.add("IFCDIRECTION((0.,0.,1.))") + ",3.,"
                + draft.rectangle(1, 1) + ")"));

        // frustum: h/3 (A + √AB + B)
        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(7, within(1e-6));
    }

    @Test
    void revolvesAProfile() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String axis = draft.add("IFCAXIS1PLACEMENT(" + draft.point(-2, 0, 0) + "," + draft.add("IFCDIRECTION((0.,1.,0.))") + ")");
        draft.wall(draft.add("IFCREVOLVEDAREASOLID(" + draft.rectangle(1, 1) + "," + draft.origin() + "," + axis + ",1.5707963267948966)"));

        // Pappus: area 1 on a quarter circle of radius 2.5
        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(1.5707963 * 2.5, within(0.02));
    }

    @Test
    void sweepsADiskAlongABentLine() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String line = draft.add("IFCPOLYLINE((" + draft.point(0, 0, 0) + "," + draft.point(3, 0, 0) + "," + draft.point(3, 4, 0) + "))");
        draft.wall(draft.add("IFCSWEPTDISKSOLID(" + line + ",0.1,$,$,$)"));

        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(Math.PI * 0.01 * 7, within(0.012));
        assertThat(IfcModelReading.bounds(draft, folder).maxEast()).as("the mitre reaches out").isCloseTo(3.1, within(0.003));
    }

    @Test
    void followsArcsOfIndexedCurves() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String points = draft.add("IFCCARTESIANPOINTLIST2D(((1.,0.),(0.,1.),(-1.,0.)))");
        String curve = draft.add("IFCINDEXEDPOLYCURVE(" + points + ",(IFCARCINDEX((1,2,3)),IFCLINEINDEX((3,1))),.F.)");
        draft.wall(draft.extrusion(draft.add("IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$," + curve + ")"), 2));

        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(Math.PI, within(0.02));
    }

    @Test
    void followsCompositeCurvesOfTrimmedCirclesAndLines() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String circle = draft.add("IFCCIRCLE(" + draft.add("IFCAXIS2PLACEMENT2D(" + draft.point(0, 0) + ",$)") + ",1.)");
        String arc = draft.add("IFCTRIMMEDCURVE(" + circle + ",(IFCPARAMETERVALUE(0.)),(IFCPARAMETERVALUE(3.141592653589793)),.T.,.PARAMETER.)");
        String chord = draft.polyline(1, 0, -1, 0);
        String curve = draft.add("IFCCOMPOSITECURVE((" + draft.add("IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.T.," + arc + ")") + ","
                + draft.add("IFCCOMPOSITECURVESEGMENT(.CONTINUOUS.,.F.," + chord + ")") + "),.F.)");
        draft.wall(draft.extrusion(draft.add("IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$," + curve + ")"), 2));

        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(Math.PI, within(0.02));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"IFCBLOCK(%s,2.,3.,4.) | 24 | 1e-6", "IFCRIGHTCIRCULARCYLINDER(%s,2.,0.5) | 1.570796 | 0.02",
        "IFCRIGHTCIRCULARCONE(%s,3.,1.) | 3.141593 | 0.03", "IFCRECTANGULARPYRAMID(%s,2.,3.,4.) | 8 | 1e-6", "IFCSPHERE(%s,1.) | 4.18879 | 0.06"})
    void makesPrimitives(String solid, double volume, double tolerance) throws Exception {
        IfcDraft draft = IfcDraft.metres();
        draft.wall(draft.add("IFCCSGSOLID(" + draft.add(String.format(Locale.ROOT, solid, draft.axis(1, 2, 3))) + ")"));

        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(volume, within(tolerance));
    }

    @Test
    void readsFaceSetsWithTheirHoles() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String points = draft.add("IFCCARTESIANPOINTLIST3D(((0.,0.,0.),(1.,0.,0.),(0.,1.,0.),(0.,0.,1.)))");
        draft.wall(draft.add("IFCTRIANGULATEDFACESET(" + points + ",$,.T.,((1,3,2),(1,2,4),(2,3,4),(3,1,4)),$)"),
                draft.add("IFCPOLYGONALFACESET(" + points + ",.T.,(" + draft.add("IFCINDEXEDPOLYGONALFACE((1,2,3))") + ","
                        + draft.add("IFCINDEXEDPOLYGONALFACE((1,4,2))") + "," + draft.add("IFCINDEXEDPOLYGONALFACE((2,4,3))") + ","
                        + draft.add("IFCINDEXEDPOLYGONALFACE((3,4,1))") + "),$)"));

        assertThat(IfcModelReading.volume(draft, folder)).as("inward facing closed sets are turned").isCloseTo(2 / 6.0, within(1e-9));
    }

    @Test
    void readsFacetedBrepsWithVoids() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String hollow = draft.add("IFCFACETEDBREPWITHVOIDS(" + cube(draft, 0, 3) + ",(" + cube(draft, 1, 1) + "))");
        draft.wall(hollow);

        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(26, within(1e-9));
    }

    private static String cube(IfcDraft draft, double at, double size) {
        String[] p = new String[8];
        for (int i = 0; i < 8; i++) {
            p[i] = draft.point(at + (i & 1) * size, at + (i >> 1 & 1) * size, at + (i >> 2) * size);
        }
        int[][] rings = {{0, 2, 3, 1}, {4, 5, 7, 6}, {0, 1, 5, 4}, {2, 6, 7, 3}, {0, 4, 6, 2}, {1, 3, 7, 5}};
        StringBuilder faces = new StringBuilder();
        for (int[] r : rings) {
            String loop = draft.add("IFCPOLYLOOP((" + p[r[0]] + "," + p[r[1]] + "," + p[r[2]] + "," + p[r[3]] + "))");
            faces.append(faces.length() > 0 ? "," : "").append(draft.add("IFCFACE((" + draft.add("IFCFACEOUTERBOUND(" + loop + ",.T.)") + "))"));
        }
        return draft.add("IFCCLOSEDSHELL((" + faces + "))");
    }

    @Test
    void mapsItemsScaledAndMirrored() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String source = draft.add("IFCREPRESENTATIONMAP(" + draft.origin() + "," + draft.add("IFCSHAPEREPRESENTATION(" + draft.context()
                + ",'Body','SweptSolid',(" + draft.box(1, 2, 3) + "))") + ")");
        String mirror = draft.add("IFCCARTESIANTRANSFORMATIONOPERATOR3DNONUNIFORM(" + draft.add("IFCDIRECTION((-1.,0.,0.))") + ","
                + draft.add("IFCDIRECTION((0.,1.,0.))") + "," + draft.point(10, 0, 0) + ",2.," + draft.add("IFCDIRECTION((0.,0.,1.))") + ",1.,1.)");
        draft.wall(draft.add("IFCMAPPEDITEM(" + source + "," + mirror + ")"));

        assertThat(IfcModelReading.volume(draft, folder)).as("still facing outwards").isCloseTo(12, within(1e-9));
        assertThat(IfcModelReading.bounds(draft, folder)).isEqualTo(new Bounds(8, 0, 0, 10, 2, 3));
    }

    @Test
    void readsMillimetresAndFeet() throws Exception {
        IfcDraft small = IfcDraft.millimetres();
        small.wall(small.box(4000, 300, 3000));
        IfcDraft feet = IfcDraft.feet();
        feet.wall(feet.box(10, 1, 10));

        assertThat(IfcModelReading.volume(small, folder)).isCloseTo(3.6, within(1e-9));
        assertThat(IfcModelReading.volume(feet, folder)).isCloseTo(100 * Math.pow(0.3048, 3), within(1e-9));
    }

    @Test
    void placesThingsRelativeToOneAnother() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String turned = draft.add("IFCLOCALPLACEMENT(" + draft.place(10, 0, 1) + "," + draft.axis(1, 0, 0, Math.PI / 2) + ")");
        draft.element("IFCSLAB", "slab", draft.place(turned, 2, 0, 0), draft.box(1, 3, 0.2));

        Bounds bounds = IfcModelReading.bounds(draft, folder);

        assertThat(bounds.minEast()).isCloseTo(8, within(1e-5));
        assertThat(bounds.maxEast()).isCloseTo(11, within(1e-5));
        assertThat(bounds.minNorth()).isCloseTo(2, within(1e-5));
        assertThat(bounds.minUp()).isCloseTo(1, within(1e-5));
    }

    @Test
    void leavesOutWhatItCannotDrawAndSaysWhat() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        draft.wall(draft.box(1, 1, 1), draft.add("IFCSECTIONEDSPINE($,(),())"));

        RecordingSink sink = IfcModelReading.read(draft, folder);

        assertThat(IfcModelReading.volume(sink.solids("elements").polygons(), 0)).isCloseTo(1, within(1e-9));
        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("IfcWall 'wall'") && d.message().contains("IFCSECTIONEDSPINE"));
    }
}
