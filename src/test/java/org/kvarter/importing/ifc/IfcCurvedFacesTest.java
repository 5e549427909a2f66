package org.kvarter.importing.ifc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.SolidBatch;
import org.kvarter.model.Bounds;
import org.kvarter.model.PolygonSet;

/** Advanced b-reps whose volume or area can be worked out by hand. */
class IfcCurvedFacesTest {

    @TempDir
    Path folder;

    private final IfcDraft draft = IfcDraft.metres();

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private String vertex(double x, double y, double z) {
        return draft.add("IFCVERTEXPOINT(" + draft.point(x, y, z) + ")");
    }

    private String edge(String from, String to, String curve) {
        return draft.add("IFCEDGECURVE(" + from + "," + to + "," + curve + ",.T.)");
    }

    private String oriented(String edge, boolean forward) {
        return draft.add("IFCORIENTEDEDGE(*,*," + edge + (forward ? ",.T.)" : ",.F.)"));
    }

    private String line(double x, double y, double z, double dx, double dy, double dz) {
        return draft.add("IFCLINE(" + draft.point(x, y, z) + "," + draft.add("IFCVECTOR(" + draft.add("IFCDIRECTION((" + IfcDraft.numbers(dx, dy, dz)
                + "))") + ",1.)") + ")");
    }

    private String circle(double z, double radius) {
        return draft.add("IFCCIRCLE(" + draft.axis(0, 0, z) + "," + IfcDraft.numbers(radius) + ")");
    }

    private String face(String surface, boolean sameSense, String... loops) {
        StringBuilder bounds = new StringBuilder();
        for (String loop : loops) {
            bounds.append(bounds.length() > 0 ? "," : "").append(draft.add("IFCFACEBOUND(" + loop + ",.T.)"));
        }
        return draft.add("IFCADVANCEDFACE((" + bounds + ")," + surface + (sameSense ? ",.T.)" : ",.F.)"));
    }

    private String loop(String... edges) {
        return draft.add("IFCEDGELOOP((" + String.join(",", edges) + "))");
    }

    private String plane(double z) {
        return draft.add("IFCPLANE(" + draft.axis(0, 0, z) + ")");
    }

    private String brep(String... faces) {
        return draft.add("IFCADVANCEDBREP(" + draft.add("IFCCLOSEDSHELL((" + String.join(",", faces) + "))") + ")");
    }

    /** A drum of radius 1 and height 2, its side with a seam or as two loops. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void makesACylinder(boolean seam) throws Exception {
        String low = vertex(1, 0, 0);
        String high = vertex(1, 0, 2);
        String bottom = edge(low, low, circle(0, 1));
        String top = edge(high, high, circle(2, 1));
        String side = edge(low, high, line(1, 0, 0, 0, 0, 1));
        String surface = draft.add("IFCCYLINDRICALSURFACE(" + draft.origin() + ",1.)");
        String round = seam ? face(surface, true, loop(oriented(bottom, true), oriented(side, true), oriented(top, false), oriented(side, false)))
                : face(surface, true, loop(oriented(bottom, true)), loop(oriented(top, false)));
        draft.wall(brep(face(plane(0), false, loop(oriented(bottom, false))), face(plane(2), true, loop(oriented(top, true))), round));

        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(2 * Math.PI, within(0.03));
    }

    @Test
    void makesHalfASphere() throws Exception {
        String rim = vertex(1, 0, 0);
        String equator = edge(rim, rim, circle(0, 1));
        String surface = draft.add("IFCSPHERICALSURFACE(" + draft.origin() + ",1.)");
        draft.wall(brep(face(plane(0), false, loop(oriented(equator, false))), face(surface, true, loop(oriented(equator, true)))));

        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(2 * Math.PI / 3, within(0.03));
        assertThat(IfcModelReading.bounds(draft, folder).maxUp()).isCloseTo(1, within(1e-6));
    }

    /** The side of a frustum as a line turned about an axis: radius 2 below, 1 above, height 3. */
    @Test
    void makesAFrustumByRevolution() throws Exception {
        String low = vertex(2, 0, 0);
        String high = vertex(1, 0, 3);
        String bottom = edge(low, low, circle(0, 2));
        String top = edge(high, high, circle(3, 1));
        String meridian = draft.add("IFCPOLYLINE((" + draft.point(2, 0, 0) + "," + draft.point(1, 0, 3) + "))");
        String surface = draft.add("IFCSURFACEOFREVOLUTION(" + draft.add("IFCARBITRARYOPENPROFILEDEF(.CURVE.,$," + meridian + ")") + "," + draft.origin()
                + "," + draft.add("IFCAXIS1PLACEMENT(" + draft.point(0, 0, 0) + "," + draft.add("IFCDIRECTION((0.,0.,1.))") + ")") + ")");
        draft.wall(brep(face(plane(0), false, loop(oriented(bottom, false))), face(plane(3), true, loop(oriented(top, true))),
                face(surface, true, loop(oriented(bottom, true)), loop(oriented(top, false)))));

        assertThat(IfcModelReading.volume(draft, folder)).isCloseTo(Math.PI * 7, within(0.1));
    }

    /** A quarter of a pipe's wall, as a surface of linear extrusion over an arc. */
    @Test
    void makesPartOfAnExtrudedArc() throws Exception {
        String a = vertex(1, 0, 0);
        String b = vertex(0, 1, 0);
        String c = vertex(0, 1, 2);
        String d = vertex(1, 0, 2);
        String arc = draft.add("IFCTRIMMEDCURVE(" + circle(0, 1) + ",(IFCPARAMETERVALUE(0.)),(IFCPARAMETERVALUE(6.28)),.T.,.PARAMETER.)");
        String surface = draft.add("IFCSURFACEOFLINEAREXTRUSION(" + draft.add("IFCARBITRARYOPENPROFILEDEF(.CURVE.,$," + arc + ")") + "," + draft.origin()
                + "," + draft.add("IFCDIRECTION((0.,0.,1.))") + ",5.)");
        String quarter = face(surface, true, loop(oriented(edge(a, b, circle(0, 1)), true), oriented(edge(b, c, line(0, 1, 0, 0, 0, 1)), true),
                oriented(edge(d, c, circle(2, 1)), false), oriented(edge(a, d, line(1, 0, 0, 0, 0, 1)), false)));
        draft.wall(draft.add("IFCFACEBASEDSURFACEMODEL((" + draft.add("IFCCONNECTEDFACESET((" + quarter + "))") + "))"));

        assertThat(area(IfcModelReading.elements(draft, folder))).isCloseTo(Math.PI, within(0.02));
    }

    /** A saddle over the unit square: z = x·y, a B-spline of first degree both ways, and the same of second degree. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void makesABSplineSurface(int degree) throws Exception {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i <= degree; i++) {
            StringBuilder row = new StringBuilder();
            for (int j = 0; j <= degree; j++) {
                double u = i / (double) degree;
                double v = j / (double) degree;
                row.append(row.length() > 0 ? "," : "").append(draft.point(u, v, u * v));
            }
            rows.append(rows.length() > 0 ? "," : "").append('(').append(row).append(')');
        }
        String m = String.valueOf(degree + 1);
        String surface = draft.add("IFCBSPLINESURFACEWITHKNOTS(" + degree + "," + degree + ",(" + rows + "),.UNSPECIFIED.,.F.,.F.,.F.,(" + m + "," + m + "),("
                + m + "," + m + "),(0.,1.),(0.,1.),.UNSPECIFIED.)");
        String a = vertex(0, 0, 0);
        String b = vertex(1, 0, 0);
        String c = vertex(1, 1, 1);
        String d = vertex(0, 1, 0);
        String patch = face(surface, true, loop(oriented(edge(a, b, line(0, 0, 0, 1, 0, 0)), true), oriented(edge(b, c, line(1, 0, 0, 0, 1, 1)), true),
                oriented(edge(c, d, line(1, 1, 1, -1, 0, -1)), true), oriented(edge(d, a, line(0, 1, 0, 0, -1, 0)), true)));
        draft.wall(draft.add("IFCSHELLBASEDSURFACEMODEL((" + draft.add("IFCOPENSHELL((" + patch + "))") + "))"));

        SolidBatch batch = IfcModelReading.elements(draft, folder);
        Bounds bounds = batch.polygons().bounds();

        assertThat(bounds.maxUp()).isCloseTo(1, within(1e-5));
        assertThat(bounds.minUp()).isCloseTo(0, within(1e-5));
        // ∫∫ √(1 + x² + y²) over the square
        assertThat(area(batch)).isCloseTo(1.28079, within(degree == 1 ? 0.15 : 0.01));
    }

    /** Σ of the areas of all polygons, by Newell's normals. */
    private static double area(SolidBatch batch) {
        PolygonSet set = batch.polygons();
        double[] v = set.vertices();
        double sum = 0;
        for (int p = 0; p < set.polygonCount(); p++) {
            double x = 0;
            double y = 0;
            double z = 0;
            int from = set.firstCornerOfPolygon(p);
            int to = set.endCornerOfPolygon(p);
            for (int c = from; c < to; c++) {
                int a = 3 * set.corners()[c];
                int b = 3 * set.corners()[c + 1 == to ? from : c + 1];
                x += v[a + 1] * v[b + 2] - v[a + 2] * v[b + 1];
                y += v[a + 2] * v[b] - v[a] * v[b + 2];
                z += v[a] * v[b + 1] - v[a + 1] * v[b];
            }
            sum += Math.sqrt(x * x + y * y + z * z) / 2;
        }
        return sum;
    }
}
