package org.kvarter.ui.story;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.overlay.Legend;
import org.kvarter.text.Texts;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.tour.Tour;

/** Steps of a story as what is handed out, in the display language. */
public final class TourPages {

    private static final Texts TEXTS = Texts.in(TourPages.class);

    private TourPages() {
    }

    /** File name of a step's picture. @param index its place, from 0 */
    public static String fileName(Step step, int index) {
        return Tour.fileName(index + 1, step.title().shown());
    }

    /** A step and what its picture shows. */
    public static Tour.Page page(Step step, int index, Optional<Legend> legend, Optional<StepFigures> figures, ZoneId zone) {
        return new Tour.Page(step.title().shown(), step.text().shown(), step.time().map(t -> Moments.when(t, zone)).orElse(""),
                fileName(step, index), legend.map(l -> headed(l, step)),
                figures.map(StepFigures::table).stream().toList());
    }

    /** A legend under the heading that a step gives it. */
    public static Legend headed(Legend legend, Step step) {
        return step.legend().isEmpty() || legend.title().isEmpty() ? legend : legend.withTitle(step.legend().shown());
    }

    /** The whole. */
    public static Tour tour(String district, List<Tour.Page> pages) {
        return new Tour(district, TEXTS.get("tour.subtitle", pages.size()), Locale.getDefault(Locale.Category.DISPLAY).getLanguage(), pages);
    }
}
