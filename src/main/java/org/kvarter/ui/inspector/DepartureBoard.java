package org.kvarter.ui.inspector;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kvarter.mobility.Board;
import org.kvarter.mobility.Departure;
import org.kvarter.mobility.Timetable;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.mobility.Timetables;

/** What leaves a stop next, at the clock's time and in the timetable's zone. A station answers for its platforms. */
final class DepartureBoard {

    private static final Texts TEXTS = Texts.in(DepartureBoard.class);
    private static final int SHOWN = 8;

    private final Session session;

    DepartureBoard(Session session) {
        this.session = session;
    }

    static boolean isStops(Layer layer) {
        return layer.kind() == LayerKind.STOPS;
    }

    Optional<PropertyGroup> of(Layer layer, int row) {
        return isStops(layer) ? Timetables.of(session.district(), layer).map(t -> group(t, layer.features(), row)) : Optional.empty();
    }

    private PropertyGroup group(Timetable timetable, FeatureTable stops, int row) {
        Instant now = session.clock().time();
        ZoneId zone = timetable.zone();
        List<Property> lines = new ArrayList<>();
        for (Departure d : Board.departures(timetable, platforms(stops, row), now, SHOWN)) {
            LocalDate day = d.time().atZone(zone).toLocalDate();
            String pattern = day.equals(now.atZone(zone).toLocalDate()) ? "HH:mm" : "EEE HH:mm";
            String time = DateTimeFormatter.ofPattern(pattern, Locale.getDefault(Locale.Category.FORMAT)).format(d.time().atZone(zone));
            lines.add(new Property(time, (d.line().name() + "  " + d.headsign()).strip(), "", d.time() + " " + d.line().id()));
        }
        if (lines.isEmpty()) {
            lines.add(new Property("–", TEXTS.get("departures.none")));
        }
        return new PropertyGroup(TEXTS.get("departures"), lines);
    }

    private static Set<Integer> platforms(FeatureTable stops, int row) {
        Set<Integer> all = new HashSet<>(Set.of(row));
        for (int s = 0; s < stops.size(); s++) {
            if (stops.ids()[row].equals(stops.attributes().value("parent_station", s))) {
                all.add(s);
            }
        }
        return all;
    }
}
