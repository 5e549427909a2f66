package org.kvarter.ui.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.SolidLayer;
import org.kvarter.scene.label.MeasureLine;
import org.kvarter.scene.pick.Pick;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/**
 * Measures what is clicked: a distance through any number of places, each stretch with its length; or the height of a place over the
 * ground below it. Lengths are along the line in space.
 */
final class MeasureTool {

    private static final Texts TEXTS = Texts.in(MeasureTool.class);

    private final Session session;
    private final List<double[]> places = new ArrayList<>();

    MeasureTool(Session session) {
        this.session = session;
    }

    /** Begins anew: what has been measured stays until then. */
    void clear() {
        places.clear();
    }

    /** Adds a place to a distance. */
    MeasureLine distanceTo(Pick pick) {
        places.add(pick.place());
        return line(places);
    }

    /** Goes on from a line that was measured before. */
    void resume(MeasureLine line) {
        places.clear();
        places.addAll(line.places());
    }

    /** The distance so far. */
    static MeasureLine line(List<double[]> places) {
        List<String> annotations = new ArrayList<>();
        double total = 0;
        for (int i = 1; i < places.size(); i++) {
            double length = distance(places.get(i - 1), places.get(i));
            total += length;
            String text = metres(length);
            annotations.add(i == places.size() - 1 && i > 1 ? TEXTS.get("measure.total", text, metres(total)) : text);
        }
        return new MeasureLine(places, annotations);
    }

    /** The height of a place over the ground below it. */
    MeasureLine heightOf(Pick pick) {
        double[] top = pick.place();
        double ground = session.district().terrain().map(t -> t.heightAt(top[0], top[1])).filter(Double::isFinite)
                .or(() -> foot(pick.feature())).orElse(0.0);
        return new MeasureLine(List.of(new double[] {top[0], top[1], ground}, top), List.of(metres(top[2] - ground)));
    }

    private Optional<Double> foot(FeatureKey key) {
        return key == null ? Optional.empty() : session.layer(key.layerId()).filter(SolidLayer.class::isInstance)
                .map(l -> ((SolidLayer) l).boundsOf(key.row())).filter(b -> !b.isEmpty()).map(b -> b.minUp());
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt((a[0] - b[0]) * (a[0] - b[0]) + (a[1] - b[1]) * (a[1] - b[1]) + (a[2] - b[2]) * (a[2] - b[2]));
    }

    private static String metres(double length) {
        double centimetres = Math.rint(length * 100) / 100;
        return Numbers.with(Numbers.measured(centimetres == 0 ? 0 : centimetres), "m"); // no minus before a zero
    }
}
