package org.kvarter.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedUnitsTest {

    @ParameterizedTest
    @CsvSource({"height_m, m, height", "floor_area_m2, m², floor_area", "heat_kWh, kWh, heat", "name, '', name", "m, '', m", "_m, '', _m",
        "built_in, '', built_in"})
    void aUnitStandsAfterTheLastUnderscore(String name, String unit, String rest) {
        assertThat(NamedUnits.of(name)).isEqualTo(unit);
        assertThat(NamedUnits.without(name)).isEqualTo(rest);
    }
}
