package org.kvarter.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.session.Session;
import org.kvarter.ui.Counted;

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
    void saysWhereNothingWasCounted() {
        session.clock().timeProperty().set(Counted.START.plusSeconds(80 * 3600));
        assertThat(new FlowFigures(session).of(Counted.cars(), 0).orElseThrow().lines()).extracting(Property::value)
                .containsExactly("nothing counted", "nothing counted");
    }
}
