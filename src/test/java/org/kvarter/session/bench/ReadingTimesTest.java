package org.kvarter.session.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kvarter.analysis.DataRecord;
import org.kvarter.project.ProjectSource;
import org.kvarter.remote.layer.LayerQuery;
import org.kvarter.remote.layer.LayerSource;
import org.kvarter.scenario.Origin;
import org.kvarter.session.Session;

class ReadingTimesTest {

    private final Session session = Bench.session();

    @Test
    void aFileIsNotedWithTheMinuteItWasRead() {
        ReadingTimes.note(session, List.of(Bench.HOUSES), Instant.parse("2026-03-04T05:06:07Z"));
        DataRecord said = session.dataBook().record(Bench.HOUSES);
        assertThat(said.read()).matches("2026-03-04 \\d\\d:06");
        assertThat(said.source()).isEmpty();
    }

    /** Of a layer of a service: its address without what it was asked, when it was fetched, and what it wants said. */
    @Test
    void aServiceIsNotedWithItsAddressAndTerms() {
        LayerSource service = new LayerSource("Houses", new LayerQuery.Items("https://town.example/collections/houses/items?f=json", ""), List.of(), "", "© Town, CC BY 4.0", null);
        session.sources().add(new ProjectSource("/data/houses.gpkg", "", "", List.of(), service.settings(Map.of(), Instant.parse("2026-02-03T04:05:00Z")), List.of(), List.of()));
        session.dataBookProperty().set(session.dataBook().with(DataRecord.of(Bench.HOUSES).withOrigin(Origin.MEASURED).withPersonal(true)));
        ReadingTimes.note(session, List.of(Bench.HOUSES, Bench.BLOCKS), Instant.parse("2026-03-04T05:06:07Z"));
        DataRecord said = session.dataBook().record(Bench.HOUSES);
        assertThat(said.source()).isEqualTo("https://town.example/collections/houses/items");
        assertThat(said.read()).startsWith("2026-02-03");
        assertThat(said.licence()).isEqualTo("© Town, CC BY 4.0");
        assertThat(said.origin()).as("what a person said stays").isEqualTo(Origin.MEASURED);
        assertThat(said.personal()).isTrue();
        assertThat(session.dataBook().record(Bench.BLOCKS).source()).as("another file").isEmpty();
    }
}
