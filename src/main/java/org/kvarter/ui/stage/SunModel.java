package org.kvarter.ui.stage;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.kvarter.energy.Sun;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CrsException;
import org.kvarter.model.LocalFrame;
import org.kvarter.session.Clock;
import org.kvarter.session.Session;
import org.kvarter.session.SetProperty;
import org.kvarter.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the sun stands over the district: still in its studio position, or as the clock and the place say. */
public final class SunModel {

    private static final Logger LOG = LoggerFactory.getLogger(SunModel.class);
    private static final Texts TEXTS = Texts.in(SunModel.class);

    private final Session session;
    private LocalFrame placeOf;
    private double[] place;

    public SunModel(Session session) {
        this.session = session;
    }

    /** The sun to light the twin with. */
    public Sun sun() {
        return session.studioLightProperty().get() ? Sun.STUDIO : real().orElse(Sun.STUDIO);
    }

    /** The sun at the clock's time; empty where the district's place on earth is not known. */
    public Optional<Sun> real() {
        return place().map(p -> Sun.at(session.clock().time(), p[1], p[0]));
    }

    /** Longitude and latitude of the district's origin, degrees. */
    public Optional<double[]> place() {
        LocalFrame frame = session.district().frame();
        if (frame == null || frame.crs().isBlank()) {
            return Optional.empty();
        }
        if (!frame.equals(placeOf)) {
            placeOf = frame;
            place = find(frame);
        }
        return Optional.ofNullable(place);
    }

    private static double[] find(LocalFrame frame) {
        try {
            double[] origin = {0, 0, 0};
            new CoordinateSystems().toFrame("EPSG:4326", frame).toSource(origin, 0, 1);
            return Double.isFinite(origin[0]) && Double.isFinite(origin[1]) ? origin : null;
        } catch (CrsException e) {
            LOG.info("The district's place on earth is not known", e);
            return null;
        }
    }

    /** Lets the sun stand still or follow the clock. */
    public void setStudio(boolean studio) {
        boolean before = session.studioLightProperty().get();
        if (before != studio) {
            session.undo().perform(new SetProperty<>(TEXTS.get("undo.studio"), "studio", before, studio, session.studioLightProperty()::set));
        }
    }

    /** The clock in its zone. */
    public ZonedDateTime now() {
        return session.clock().time().atZone(session.clock().zoneProperty().get());
    }

    /** Goes to another day at the same time of day. */
    public void setDate(LocalDate date) {
        set(now().with(date));
    }

    /** Goes to another time of the same day. */
    public void setTime(LocalTime time) {
        set(now().with(time));
    }

    /** The sun is looked at in any year: the clock's range gives way. */
    private void set(ZonedDateTime wanted) {
        Clock clock = session.clock();
        if (wanted.toInstant().isBefore(clock.startProperty().get()) || !wanted.toInstant().isBefore(clock.endProperty().get())) {
            clock.startProperty().set(wanted.withDayOfYear(1).truncatedTo(java.time.temporal.ChronoUnit.DAYS).toInstant());
            clock.endProperty().set(wanted.withDayOfYear(1).plusYears(1).truncatedTo(java.time.temporal.ChronoUnit.DAYS).toInstant());
        }
        clock.setWithinRange(wanted.toInstant());
    }
}
