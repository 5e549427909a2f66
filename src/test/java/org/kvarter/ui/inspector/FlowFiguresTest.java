package org.kvarter.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.model.FlowLayer;
import org.kvarter.session.Session;
import org.kvarter.ui.Counted;
import org.kvarter.ui.Districts;

class FlowFiguresTest {

    private final Session session = new Session();

    @BeforeEach
    void clock() {
        Locale.setDefault(Locale.ENGLISH);
        session.clock().zoneProperty().set(ZoneOffset.UTC);
        session.clock().timeProperty().set(Counted.START.plusSeconds(8 * 3600 + 1800));
    }

    @Test
    void tellsTheHourTheDayAndItsBusiestHour() {
        PropertyGroup group = new FlowFigures(session).of(Counted.cars(), 0).orElseThrow();
        assertThat(group.lines()).extracting(p -> p.name() + " = " + p.value())
                .containsExactly("In this hour = 80\u00a0vehicles", "On the clock's day = 2760\u00a0vehicles", "Busiest hour, from 23:00 = 230\u00a0vehicles");
    }

    @Test
    void aZoneTellsWhatGoesFromAndToIt() {
        FlowLayer cars = Counted.cars();
        FlowLayer between = cars.with(cars.features(), cars.courses(), new FlowLayer.Ends("buildings", new int[] {0, 1}, new int[] {1, 0}), List.of());
        session.districtProperty().set(Districts.small().with(between));
        PropertyGroup group = new FlowFigures(session).of(session.layer("buildings").orElseThrow(), 0).orElseThrow();
        assertThat(group.lines()).extracting(p -> p.name() + " = " + p.value())
                .containsExactly("Motor traffic, from here = 80\u00a0vehicles", "Motor traffic, to here = 5\u00a0vehicles");
    }

    @Test
    void saysWhereNothingWasCounted() {
        session.clock().timeProperty().set(Counted.START.plusSeconds(80 * 3600));
        assertThat(new FlowFigures(session).of(Counted.cars(), 0).orElseThrow().lines()).extracting(Property::value)
                .containsExactly("nothing counted", "nothing counted");
    }
}
