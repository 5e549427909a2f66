package org.kvarter.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.kvarter.geo.KnownSystems.Row;

/** The table says what the EPSG database says. */
class KnownSystemsTest {

    @Test
    void agreesWithTheDatabase() {
        KnownSystems known = new KnownSystems();
        ReferencingEngine database = new ReferencingEngine();
        SoftAssertions checks = new SoftAssertions();
        assertThat(known.all()).hasSizeGreaterThan(300);
        for (Row row : known.all()) {
            if (row.code() / 100 == 326 || row.code() / 100 == 327) {
                // 120 zones by one rule: three of them tell.
                if (row.code() != 32601 && row.code() != 32633 && row.code() != 32760) {
                    continue;
                }
            }
            if (row.kind() == 'V') {
                checks.assertThat(database.heights(row.code())).contains(KnownSystems.height(row));
            } else {
                CoordinateSystem ours = known.system(row, Optional.empty(), "EPSG:" + row.code());
                CoordinateSystem theirs = database.system(row.code()).orElseThrow();
                checks.assertThat(ours.name()).isEqualTo(theirs.name());
                checks.assertThat(ours.horizontal()).as(ours.label()).isEqualTo(theirs.horizontal());
                checks.assertThat(ours.vertical().map(HeightSystem::code)).as(ours.label())
                        .isEqualTo(theirs.vertical().map(HeightSystem::code));
                checks.assertThat(ours.geographic()).as(ours.label()).isEqualTo(theirs.geographic());
                checks.assertThat(ours.northFirst()).as(ours.label()).isEqualTo(theirs.northFirst());
                if (!ours.geographic()) {
                    checks.assertThat(ours.metresPerUnit()).as(ours.label())
                            .isCloseTo(theirs.metresPerUnit(), org.assertj.core.data.Offset.offset(1e-9));
                }
            }
        }
        checks.assertAll();
    }
}
