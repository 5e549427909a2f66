package org.kvarter.study;

import java.util.Objects;
import java.util.Optional;
import org.kvarter.study.area.StoreyRule;
import org.kvarter.study.sun.SunPath;
import org.kvarter.study.sun.SunRule;
import org.kvarter.study.view.Eye;

/**
 * What a person set in studies, as a project keeps it. Results are not kept: they are reckoned anew. Immutable.
 *
 * @param sun   hours of sun
 * @param view  the view from a place
 * @param areas floor areas
 */
public record StudyBook(SunAsked sun, ViewAsked view, AreasAsked areas) {

    /** Nothing was set. */
    public static final StudyBook EMPTY = new StudyBook(SunAsked.DEFAULT, ViewAsked.DEFAULT, AreasAsked.DEFAULT);

    public StudyBook {
        Objects.requireNonNull(sun, "sun");
        Objects.requireNonNull(view, "view");
        Objects.requireNonNull(areas, "areas");
    }

    /**
     * How hours of sun are counted.
     *
     * @param rule        the rule; empty where none was chosen
     * @param stepMinutes length of a step of the day, 1 … 60 minutes
     * @param ground      whether open ground is counted
     * @param trees       whether trees cast shade
     */
    public record SunAsked(Optional<SunRule> rule, int stepMinutes, boolean ground, boolean trees) {

        /** Everything as it is before anything was chosen. */
        public static final SunAsked DEFAULT = new SunAsked(Optional.empty(), SunPath.STEP_MINUTES, true, true);

        public SunAsked {
            Objects.requireNonNull(rule, "rule");
            if (stepMinutes < 1 || stepMinutes > 60) {
                throw new IllegalArgumentException("a step is 1 to 60 minutes long");
            }
        }

        public SunAsked withRule(SunRule other) {
            return new SunAsked(Optional.of(other), stepMinutes, ground, trees);
        }

        public SunAsked withStep(int minutes) {
            return new SunAsked(rule, minutes, ground, trees);
        }

        public SunAsked withGround(boolean is) {
            return new SunAsked(rule, stepMinutes, is, trees);
        }

        public SunAsked withTrees(boolean is) {
            return new SunAsked(rule, stepMinutes, ground, is);
        }
    }

    /**
     * Where one stands and how one looks.
     *
     * @param place  empty before one was chosen
     * @param height of the eye over the place, 0 … 500 metres
     * @param yaw    middle of the view, degrees clockwise from north, −360 … 360
     * @param width  width of the view, 1 … 360 degrees
     */
    public record ViewAsked(Optional<Place> place, double height, double yaw, double width) {

        /** A person who stands, sixty degrees wide. */
        public static final ViewAsked DEFAULT = new ViewAsked(Optional.empty(), Eye.STANDING, 0, 60);

        public ViewAsked {
            Objects.requireNonNull(place, "place");
            if (!(height >= 0 && height <= 500) || !(Math.abs(yaw) <= 360) || !(width >= 1 && width <= 360)) {
                throw new IllegalArgumentException("eye 0 … 500 m over its place, direction within 360 degrees, 1 … 360 degrees wide");
            }
        }

        public ViewAsked withPlace(Place other, double facing) {
            return new ViewAsked(Optional.of(other), height, facing, width);
        }

        public ViewAsked withoutPlace() {
            return new ViewAsked(Optional.empty(), height, yaw, width);
        }
    }

    /**
     * A place in the coordinates of the project's frame, so that it stays where it is when the origin moves.
     *
     * @param east   easting, metres
     * @param north  northing, metres
     * @param height height of what one stands on, metres
     */
    public record Place(double east, double north, double height) {

        public Place {
            if (!Double.isFinite(east + north + height)) {
                throw new IllegalArgumentException("a place is somewhere");
            }
        }
    }

    /**
     * How floor areas are reckoned.
     *
     * @param storeyHeight of a storey where the source says nothing, 2 … 10 metres
     * @param plots        id of the layer whose areas are summed over; empty for the one that suits best
     */
    public record AreasAsked(double storeyHeight, String plots) {

        /** As it is before anything was chosen. */
        public static final AreasAsked DEFAULT = new AreasAsked(StoreyRule.DEFAULT.storeyHeight(), "");

        public AreasAsked {
            Objects.requireNonNull(plots, "plots");
            if (!(storeyHeight >= 2 && storeyHeight <= 10)) {
                throw new IllegalArgumentException("a storey is 2 to 10 m high");
            }
        }
    }

    public StudyBook withSun(SunAsked other) {
        return new StudyBook(other, view, areas);
    }

    public StudyBook withView(ViewAsked other) {
        return new StudyBook(sun, other, areas);
    }

    public StudyBook withAreas(AreasAsked other) {
        return new StudyBook(sun, view, other);
    }
}
