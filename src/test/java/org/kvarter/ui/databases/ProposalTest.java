package org.kvarter.ui.databases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposalTest {

    @ParameterizedTest
    @CsvSource({"energy_kwh,kWh", "KWH,kWh", "heat_MWh,MWh", "w_gwh,GWh", "wh,Wh", "p_kw,kW", "peak_mw,MW", "kwhs,''", "length_km,''", "price,''"})
    void unitsStandAtTheEndOfNames(String column, String unit) {
        assertThat(Proposal.unitIn(column)).isEqualTo(unit);
    }
}
