package org.kvarter.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegendUnitTest {

    @ParameterizedTest
    @CsvSource({
        "kWh/m², 0.015, Wh/m², 1000", "kWh/m², 0.1, kWh/m², 1", "kWh, 25000, MWh, 0.001", "kWh, 9999, kWh, 1", "W, 0.01, W, 1",
        "kW, 0.02, W, 1000", "GWh, 50000, GWh, 1", "°C, 0.01, °C, 1", "'', 0.01, '', 1", "kWh, 0, kWh, 1"})
    void keepsFiguresShort(String dataUnit, double largest, String unit, double factor) {
        assertThat(LegendUnit.of(dataUnit, largest)).isEqualTo(new LegendUnit(unit, factor));
    }

    @Test
    void aLegendSaysLimitsInItsUnitAndColoursGoByTheDatas() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        ScaleSpec limits = new ScaleSpec(ScaleSpec.Method.MANUAL, "energy", false, 3, 0, 1, List.of(0.004, 0.0085));
        ColorScale scale = ColorScales.of(limits, new FeatureValues(new double[] {0.001, 0.005, 0.02}, List.of()), "Power", "kWh/m²");
        assertThat(scale.legend().unit()).isEqualTo("Wh/m²");
        assertThat(scale.legend().entries()).extracting(Legend.Entry::label).containsExactly("< 4", "4 – 8.5", "≥ 8.5");
        assertThat(scale.argb(0.005)).isEqualTo(scale.legend().entries().get(1).argb());
    }
}
