package org.kvarter.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.model.FeatureKey;
import org.kvarter.session.Session;
import org.kvarter.ui.Counted;

class FlowTracesTest {

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @Test
    void withoutASelectionAllCountsAreSummedByClass() {
        FlowTraces traces = new FlowTraces(List.of(Counted.cars()), Set.of(), new Session().viewProperty().get());
        assertThat(traces.isAboutSites()).isFalse();
        Trace all = traces.traces().get(0);
        assertThat(all.title()).isEqualTo("Motor traffic: 2 counts together");
        assertThat(all.values()[8]).isEqualTo(85);
        assertThat(all.unit()).isEqualTo("vehicles");
    }

    @Test
    void theChartIsAboutTheSitesThatAreSelected() {
        FlowTraces traces = new FlowTraces(List.of(Counted.cars()), Set.of(new FeatureKey("cars", 1), new FeatureKey("houses", 0)), new Session().viewProperty().get());
        assertThat(traces.isAboutSites()).isTrue();
        assertThat(traces.traces()).hasSize(1);
        assertThat(traces.traces().get(0).title()).isEqualTo("Motor traffic: K1 W");
        assertThat(traces.traces().get(0).values()).containsOnly(5);
    }
}
