package org.kvarter.analysis.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kWh/m²      | kWh/m²", "kWh/m2 | kWh/m²", "kWh m-2 | kWh/m²", "m^2 | m²", "W/(m²·K) | W/(K·m²)", "1/h | 1/h",
        "kg CO2e/kWh | kg CO₂e/kWh", "SEK/kWh | kr/kWh", "dwellings | dwellings", "kWh/dwelling | kWh/dwelling", "percent | %", "sqm | m²"})
    void isReadAsPeopleWriteIt(String written, String text) {
        assertThat(Unit.parse(written).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kWh | MWh | 0.001", "MWh | kWh | 1000", "kWh | MJ | 3.6", "ha | m² | 10000", "kWh/m² | MWh/ha | 10", "d | h | 24", "% | | 0.01",
        "t CO2 | kg CO2 | 1000"})
    void converts(String from, String to, double factor) {
        assertThat(Unit.parse(from).in(Unit.parse(to == null ? "" : to))).isCloseTo(factor, within(1e-12 * factor));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kWh | m²", "kWh | kW", "kg | kg CO2", "kr | €", "°C | K", "dwellings | persons", "m | "})
    void whatDoesNotFitDoesNotConvert(String from, String to) {
        assertThat(Unit.parse(from).in(Unit.parse(to == null ? "" : to))).isNaN();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "kWh   | /  | m²     | kWh/m²  | 1", "kWh/m² | * | m²     | kWh     | 1", "kW    | *  | h      | kWh     | 1",
        "kW    | *  | d      | kWh     | 24", "kWh  | /  | h      | kW      | 1", "kWh    | /  | MWh    |         | 0.001",
        "kWh/m² | * | ha     | kWh     | 10000", "%  | *  | kWh    | kWh     | 0.01", "kr/kWh | * | MWh  | kr      | 1000",
        "m     | *  | m      | m²      | 1", "kWh   | /  | dwelling | kWh/dwelling | 1"})
    void multipliesAndDivides(String a, String sign, String b, String unit, double factor) {
        Unit.Product product = sign.equals("/") ? Unit.parse(a).per(Unit.parse(b)) : Unit.parse(a).times(Unit.parse(b));
        assertThat(product.unit().text()).isEqualTo(unit == null ? "" : unit);
        assertThat(product.factor()).isCloseTo(factor, within(1e-12 * factor));
    }
}
