package org.kvarter.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.FeatureTable;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;

class ColorScalesTest {

    private static final ScaleSpec ZERO_TO_HUNDRED =
            new ScaleSpec(ScaleSpec.Method.CONTINUOUS, "energy", false, 5, 0, 100, List.of());

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static FeatureValues numbers(double... values) {
        return new FeatureValues(values, List.of());
    }

    @Test
    void continuousEndsAndMiddleAreTheRampsOwn() {
        ColorScale scale = ColorScales.of(ZERO_TO_HUNDRED, numbers(10, Double.NaN), "Heat", "kWh");
        assertThat(scale.argb(-5)).isEqualTo(0xFFFDE8C7);
        assertThat(scale.argb(50)).isEqualTo(0xFFE8855C);
        assertThat(scale.argb(1e9)).isEqualTo(0xFF78265A);
        assertThat(scale.argb(Double.NaN)).isEqualTo(ColorScale.NO_DATA);
        assertThat(scale.legend().noData()).isEqualTo(1);
        assertThat(scale.legend().entries()).extracting(Legend.Entry::label).containsExactly("0", "25", "50", "75", "100");
    }

    @Test
    void aDivergingRampIsCentredOnZero() {
        ScaleSpec spec = new ScaleSpec(ScaleSpec.Method.CONTINUOUS, "diverging", false, 5, Double.NaN, Double.NaN, List.of());
        assertThat(ColorScales.of(spec, numbers(-10, 0, 40), "Change", "%").argb(0)).isEqualTo(0xFFF2F2EE);
    }

    @Test
    void manualClassesPutALimitIntoTheClassAbove() {
        ScaleSpec spec = new ScaleSpec(ScaleSpec.Method.MANUAL, "energy", false, 3, Double.NaN, Double.NaN, List.of(50.0, 100.0));
        ColorScale scale = ColorScales.of(spec, numbers(10, 50, 75, 100, 400, Double.NaN), "Heat", "kWh/m²");
        assertThat(scale.argb(50)).isEqualTo(scale.argb(99.9)).isNotEqualTo(scale.argb(49.9));
        assertThat(scale.legend().entries()).extracting(Legend.Entry::label).containsExactly("< 50", "50 – 100", "≥ 100");
        assertThat(scale.legend().entries()).extracting(Legend.Entry::count).containsExactly(1, 2, 2);
    }

    @Test
    void reversingExchangesTheEnds() {
        ScaleSpec spec = new ScaleSpec(ScaleSpec.Method.CONTINUOUS, "energy", true, 5, 0, 1, List.of());
        assertThat(ColorScales.of(spec, numbers(0, 1), "", "").argb(1)).isEqualTo(0xFFFDE8C7);
    }

    private static FeatureTable buildings() {
        AttributeTableBuilder attributes = new AttributeTableBuilder();
        attributes.set(0, "class", "B");
        attributes.set(2, "class", "A");
        attributes.set(0, "area", 200.0, "m²");
        attributes.set(1, "area", 50.0);
        attributes.set(2, "area", 0.0);
        return new FeatureTable(new String[] {"H1", "H1-a", "H2", "H3"}, new String[] {"B", "P", "B", "B"}, new int[] {-1, 0, -1, -1},
                attributes.build(4));
    }

    @Test
    void categoriesAreNamedCountedAndInherited() {
        OverlaySpec spec = new OverlaySpec("o", "Class", "l", new ValueSource.Attribute("class"), "", "",
                new ScaleSpec(ScaleSpec.Method.CATEGORIES, "okabe-ito", false, 5, Double.NaN, Double.NaN, List.of()));
        OverlayPainter painter = OverlayPainter.ofAttribute(spec, buildings());
        TimeWindow any = new TimeWindow(Instant.EPOCH, Instant.EPOCH.plusSeconds(1));
        assertThat(painter.colours(any)).containsExactly(0xFF56B4E9, 0xFF56B4E9, 0xFFE69F00, ColorScale.NO_DATA);
        assertThat(painter.legend(any).entries()).extracting(Legend.Entry::label).containsExactly("A", "B");
        assertThat(painter.legend(any).entries()).extracting(Legend.Entry::count).as("a building with its parts is one").containsExactly(1, 1);
        assertThat(painter.legend(any).noData()).isEqualTo(1);
    }

    @Test
    void chosenLimitsOfWhatAddsUpGrowWithTheWindow() {
        TimeAxis axis = new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofHours(1), 48, ZoneOffset.UTC);
        float[] values = new float[96];
        java.util.Arrays.fill(values, 3);
        SeriesTable table = new SeriesTable("s", "S", "heat", "kWh", axis, new String[] {"H1", "H2"}, values);
        ScaleSpec scale = new ScaleSpec(ScaleSpec.Method.MANUAL, "energy", false, 2, Double.NaN, Double.NaN, List.of(4.0));
        for (Aggregation way : List.of(Aggregation.SUM, Aggregation.MEAN)) {
            OverlaySpec spec = new OverlaySpec("o", "Heat", "l", new ValueSource.Series("s", way), "", "kWh", scale);
            OverlayPainter painter = OverlayPainter.ofSeries(spec, buildings(), table, SeriesJoin.by("", table.keys(), buildings()));
            int hour = painter.colours(new TimeWindow(axis.start(), axis.at(1)))[0];
            TimeWindow day = new TimeWindow(axis.start(), axis.at(24));
            assertThat(painter.colours(day)[0]).as(way + ": 3 kWh each hour stay below 4").isEqualTo(hour);
            assertThat(painter.legend(day).entries().get(0).label()).isEqualTo(way == Aggregation.SUM ? "< 96" : "< 4");
        }
    }

    @Test
    void aSeriesPerAreaFollowsTheWindow() {
        TimeAxis axis = new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofHours(1), 3, ZoneOffset.UTC);
        SeriesTable table = new SeriesTable("s", "S", "heat", "kWh", axis, new String[] {"H1", "H2"},
                new float[] {20, 1, 40, 2, Float.NaN, 3});
        OverlaySpec spec = new OverlaySpec("o", "Heat", "l", new ValueSource.Series("s", Aggregation.SUM), "area", "kWh/m²",
                new ScaleSpec(ScaleSpec.Method.CONTINUOUS, "energy", false, 5, 0, 0.4, List.of()));
        OverlayPainter painter = OverlayPainter.ofSeries(spec, buildings(), table, SeriesJoin.by("", table.keys(), buildings()));
        TimeWindow twoHours = new TimeWindow(axis.start(), axis.at(2));
        double[] values = painter.values(twoHours).values();
        assertThat(values[0]).as("60 kWh on 200 m²").isEqualTo(0.3);
        assertThat(values[1]).as("a part takes its building's value, per its building's area").isEqualTo(0.3);
        assertThat(values[2]).as("no area").isNaN();
        assertThat(painter.values(new TimeWindow(axis.at(2), axis.end())).values()[0]).as("gap").isNaN();
        assertThat(painter.colours(new TimeWindow(axis.at(1), axis.at(2)))[0]).as("0.2 is the middle").isEqualTo(0xFFE8855C);
    }
}
