package org.kvarter.ui.scenario;

import java.util.regex.Matcher;
import org.kvarter.model.Layer;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.Measure;
import org.kvarter.series.SeriesView;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.FeatureNames;
import org.kvarter.ui.kit.Wording;

/** Measures and areas in words. */
final class MeasureText {

    private static final Texts TEXTS = Texts.in(MeasureText.class);

    private MeasureText() {
    }

    /** What a measure does, in one line without its area. */
    static String of(Measure measure, Session session) {
        if (measure instanceof Measure.ChangeAttribute a) {
            String amount = a.text().isEmpty() ? readable(a.amount(), session) : "“" + a.text() + "”";
            return TEXTS.get("measure.attribute." + a.way(), Wording.readable(a.attribute()), amount);
        }
        if (measure instanceof Measure.ChangeSeries s) {
            String title = title(s.series(), s.title(), session);
            return s.given().isEmpty() ? TEXTS.get("measure.series." + s.way() + ".constant", title, readable(s.amount(), session))
                    : TEXTS.get("measure.series." + s.way(), title, readable(s.amount(), session), title(s.given(), "", session));
        }
        if (measure instanceof Measure.ShowLayer l) {
            return TEXTS.get(l.shown() ? "measure.show" : "measure.hide", layer(l.layerId(), session));
        }
        return TEXTS.get("measure.demolish");
    }

    /** A formula with its assumptions by the names people gave them, in brackets where it is more than one thing. */
    private static String readable(String formula, Session session) {
        String text = formula.strip();
        for (Assumption a : session.viewProperty().get().assumptions()) {
            text = text.replaceAll("\\b" + a.id() + "\\b", Matcher.quoteReplacement(session.word(a.name())));
        }
        boolean several = formula.strip().substring(Math.min(1, formula.strip().length())).matches("(?s).*[-+*/−×÷].*");
        text = text.replace("*", "×").replace("-", "−");
        return several || text.startsWith("−") ? "(" + text + ")" : text;
    }

    private static String title(String seriesId, String made, Session session) {
        SeriesView table = session.scenarioEngine().base().series().get(seriesId);
        return table == null ? made.isEmpty() ? seriesId : session.word(made) : session.word(table.title());
    }

    private static String layer(String id, Session session) {
        return session.layer(id).map(Layer::title).map(session::word).orElse(id);
    }

    /** What an area holds, in a few words. */
    static String of(Area area, Session session) {
        if (area.equals(Area.DISTRICT)) {
            return TEXTS.get("area.district");
        }
        String layer = layer(area.layerId(), session);
        if (area.features().size() == 1) {
            String id = area.features().get(0);
            return session.layer(area.layerId()).filter(l -> l.features().indexOf(id) >= 0)
                    .map(l -> new FeatureNames(l.features()).best(l.features().indexOf(id))).orElse(id);
        }
        if (!area.features().isEmpty()) {
            return TEXTS.get("area.some", area.features().size(), layer);
        }
        return area.filter().isEmpty() ? layer : layer + ": " + area.filter();
    }
}
