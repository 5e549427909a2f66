package org.kvarter.importing.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.model.FeatureTable;

class StationsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private RecordingSink gbfs(String information, String status) throws Exception {
        Path file = Files.writeString(folder.resolve("city_station_information.json"), "{\"last_updated\":1,\"data\":{\"stations\":[" + information + "]}}");
        if (status != null) {
            Files.writeString(folder.resolve("city_station_status.json"), status);
        }
        return RecordingSink.read(new GbfsImporter(), file, ReadOptions.DEFAULT);
    }

    private static String status(String stations) {
        return "{\"last_updated\":1,\"data\":{\"stations\":[" + stations + "]}}";
    }

    @Test
    void placesAndAvailabilityOfEveryVersion() throws Exception {
        RecordingSink sink = gbfs("{\"station_id\":\"1\",\"name\":\"Quay\",\"lat\":59,\"lon\":18,\"capacity\":30},"
                + "{\"station_id\":\"2\",\"name\":[{\"text\":\"Torget\",\"language\":\"sv\"},{\"text\":\"Square\",\"language\":\"en\"}],\"lat\":59.1,\"lon\":18.1,"
                + "\"vehicle_types_capacity\":[{\"vehicle_type_ids\":[\"a\"],\"count\":7},{\"vehicle_type_ids\":[\"b\"],\"count\":5}]}",
                status("{\"station_id\":\"1\",\"num_bikes_available\":4,\"num_docks_available\":26,\"is_renting\":1,\"last_reported\":1631517287},"
                        + "{\"station_id\":\"2\",\"num_vehicles_available\":3,\"is_renting\":false,\"last_reported\":\"2021-12-30T18:59:23+01:00\"}"));
        FeatureTable stations = sink.vectors.get(0).features();
        assertThat(sink.vectors.get(0).title()).isEqualTo("City");
        assertThat(stations.attributes().row(0)).containsEntry("name", "Quay").containsEntry("capacity", 30L).containsEntry("available", 4L)
                .containsEntry("free_docks", 26L).containsEntry("renting", true).containsEntry("reported", "2021-09-13T07:14:47Z");
        assertThat(stations.attributes().row(1)).containsEntry("name", "Square").containsEntry("capacity", 12L).containsEntry("available", 3L)
                .containsEntry("renting", false);
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void whatIsMissingOrWrongIsSaid() throws Exception {
        String one = "{\"station_id\":\"1\",\"lat\":59,\"lon\":18}";
        assertThat(gbfs(one, null).diagnostics.get(0).message()).contains("no city_station_status.json");
        assertThat(gbfs(one, "{\"data\"").diagnostics.get(0).message()).contains("no valid JSON");
        RecordingSink sink = gbfs(one + "," + one + ",{\"station_id\":\"3\",\"lat\":\"x\",\"lon\":18}", status("{\"station_id\":\"9\",\"num_bikes_available\":1}"));
        assertThat(sink.vectors.get(0).features().ids()).containsExactly("1", "3");
        assertThat(sink.diagnostics).extracting(d -> d.message()).anyMatch(m -> m.contains("twice")).anyMatch(m -> m.contains("no place"))
                .anyMatch(m -> m.contains("not known"));
        Path status = Files.writeString(folder.resolve("station_status.json"), status("{\"station_id\":\"1\",\"num_bikes_available\":1}"));
        assertThatThrownBy(() -> RecordingSink.read(new GbfsImporter(), status, ReadOptions.DEFAULT)).isInstanceOf(ImportException.class)
                .hasMessageContaining("station_information.json");
    }

    @Test
    void chargersCountTheirPointsAndPower() throws Exception {
        String location = "{\"id\":\"L1\",\"name\":\"Garage\",\"coordinates\":{\"latitude\":\"59.33\",\"longitude\":\"18.05\"},\"operator\":{\"name\":\"El\"},\"evses\":["
                + "{\"uid\":\"1\",\"status\":\"AVAILABLE\",\"connectors\":[{\"power_type\":\"AC_3_PHASE\",\"max_voltage\":230,\"max_amperage\":16}]},"
                + "{\"uid\":\"2\",\"status\":\"CHARGING\",\"connectors\":[{\"power_type\":\"DC\",\"max_electric_power\":50000},{\"max_electric_power\":22000}]},"
                + "{\"uid\":\"3\",\"status\":\"OUTOFORDER\",\"connectors\":[]}]}";
        for (String whole : new String[] {"[" + location + "]", "{\"status_code\":1000,\"data\":[" + location + "]}", location}) {
            RecordingSink sink = RecordingSink.read(new OcpiImporter(), Files.writeString(folder.resolve("locations.json"), whole), ReadOptions.DEFAULT);
            assertThat(sink.vectors.get(0).features().attributes().row(0)).containsEntry("capacity", 3L).containsEntry("available", 1L)
                    .containsEntry("charging", 1L).containsEntry("out_of_order", 1L).containsEntry("operator", "El")
                    // 3 × 230 V × 16 A = 11.04 kW, and the stronger connector of the other
                    .containsEntry("power", 61.04);
        }
    }
}
