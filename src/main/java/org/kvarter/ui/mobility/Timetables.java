package org.kvarter.ui.mobility;

import java.util.List;
import java.util.Optional;
import org.kvarter.mobility.Timetable;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.model.MovingLayer;

/** Finds the timetable that belongs to a layer: stops, lines and vehicles come from one file. Stateless. */
public final class Timetables {

    private Timetables() {
    }

    /** The timetable read from the same file as a layer. */
    public static Optional<Timetable> of(District district, Layer layer) {
        return moving(district).stream().filter(m -> m.source().file().equals(layer.source().file())).map(MovingLayer::movement)
                .filter(Timetable.class::isInstance).map(Timetable.class::cast).findFirst();
    }

    /** All moving layers, top first. */
    public static List<MovingLayer> moving(District district) {
        return district.layers().stream().filter(MovingLayer.class::isInstance).map(MovingLayer.class::cast).toList();
    }
}
