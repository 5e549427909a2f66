package org.kvarter.model;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.kvarter.text.LocalText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * How much goes where, by the clock: counts along streets, or trips between zones. Other layers give the features their courses.
 *
 * @param id          distinct in the district
 * @param titles      what people call it, by language
 * @param source      where it comes from
 * @param features    one row per site and direction, or per pair of zones
 * @param form        how it is drawn
 * @param side        on which side of the street one goes
 * @param limit       how far from a site its street may lie, metres
 * @param argb        colour of the layer
 * @param places      where each feature was counted, local metres; {@code null} where the source does not say; not copied
 * @param courses     where each feature's flow goes; {@code null} where it is not known; not copied
 * @param ends        the zones it goes between; {@code null} where there are none
 * @param flows       how much
 * @param diagnostics what was left out and why
 */
public record FlowLayer(String id, LocalText titles, SourceRef source, FeatureTable features, Form form, Side side, double limit, int argb,
                        Geometry[] places, Course[] courses, Ends ends, Flows flows, List<Diagnostic> diagnostics) implements Layer {

    /** Along streets, or through the air from zone to zone. */
    public enum Form {
        RIBBON, ARC
    }

    /** The side of the street on which one goes. */
    public enum Side {
        RIGHT, LEFT
    }

    /**
     * The zones of the flows.
     *
     * @param layerId layer of the zones
     * @param from    row of the zone where each feature begins, −1 where it is not known; not copied
     * @param to      row of the zone where each feature ends, −1 where it is not known; not copied
     */
    public record Ends(String layerId, int[] from, int[] to) {
    }

    public FlowLayer {
        diagnostics = List.copyOf(diagnostics);
        if (places.length != features.size() || courses.length != features.size()) {
            throw new IllegalArgumentException("one place and one course per feature expected");
        }
    }

    /** The same, called by words whose language is not stated. */
    public FlowLayer(String id, String title, SourceRef source, FeatureTable features, Form form, Side side, double limit,
                     int argb, Geometry[] places, Course[] courses, Ends ends, Flows flows, List<Diagnostic> diagnostics) {
        this(id, LocalText.of(title), source, features, form, side, limit, argb, places, courses, ends, flows, diagnostics);
    }

    @Override
    public LayerKind kind() {
        return LayerKind.FLOWS;
    }

    /** How many features have a course along a street or between zones. */
    public int placed() {
        return (int) Arrays.stream(courses).filter(c -> c != null && !c.atSite()).count();
    }

    /** How many features are drawn, marks at their sites included. */
    public int drawn() {
        return (int) Arrays.stream(courses).filter(Objects::nonNull).count();
    }

    @Override
    public Bounds bounds() {
        Bounds bounds = Bounds.EMPTY;
        for (Course course : courses) {
            if (course != null) {
                for (Coordinate c : course.line().getCoordinates()) {
                    bounds = bounds.union(new Bounds(c.x, c.y, 0, c.x, c.y, 0));
                }
            }
        }
        return bounds;
    }

    @Override
    public FlowLayer withTitles(LocalText other) {
        return new FlowLayer(id, other, source, features, form, side, limit, argb, places, courses, ends, flows, diagnostics);
    }

    /** This layer with courses found for it. */
    public FlowLayer with(FeatureTable table, Course[] found, Ends between, List<Diagnostic> said) {
        return new FlowLayer(id, titles, source, table, form, side, limit, argb, places, found, between, flows, said);
    }
}
