package org.kvarter.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Currencies are units that are never exchanged for one another. */
class MoneyUnitsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"SEK | kr", "EUR | €", "NOK | NOK", "dkk | DKK", "sek/kwh | kr/kWh", "EUR/MWh | €/MWh", "NOK/MWh | NOK/MWh", "kr/kvm | kr/m²", "EUR/m2 | €/m²",
        "DKK/kWh | DKK/kWh", "öre/kWh | öre/kWh", "cent/kWh | ct/kWh"})
    void spellings(String text, String symbol) {
        assertThat(Units.usual(text)).isEqualTo(symbol);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"€/kWh | €/MWh | 1000", "ct/kWh | €/MWh | 10", "öre/kWh | kr/kWh | 0.01", "kr/kWh | kr/MWh | 1000", "NOK/kWh | NOK/MWh | 1000", "kr | SEK | 1"})
    void oneCurrencyIsReckonedWith(String from, String to, double factor) {
        assertThat(Units.factor(from, to)).isEqualTo(factor);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kr | €", "SEK | NOK", "DKK | NOK", "kr/kWh | €/kWh", "öre/kWh | ct/kWh", "NOK/MWh | €/MWh", "kr/m² | €/m²", "ppm | lux", "kr/m² | ppm", "øre/kWh | öre/kWh"})
    void currenciesAreNotExchanged(String from, String to) {
        assertThat(Units.factor(from, to)).isNaN();
        assertThatThrownBy(() -> Units.parse(from).orElseThrow().to(Units.parse(to).orElseThrow(), 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
