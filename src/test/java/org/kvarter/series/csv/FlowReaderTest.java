package org.kvarter.series.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.model.Diagnostic;
import org.kvarter.series.SeriesException;
import org.kvarter.task.Progress;

class FlowReaderTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private FlowFormat format(String name, String... lines) throws Exception {
        Path file = Files.writeString(folder.resolve(name), String.join("\n", lines));
        return FlowSniffer.look(file, STOCKHOLM).orElseThrow().format();
    }

    private FlowTable read(String name, String... lines) throws Exception {
        return FlowReader.read(folder.resolve(name), format(name, lines), null, Progress.NONE);
    }

    private static float at(FlowTable table, String key, String instant) {
        int place = table.keys().stream().map(FlowKey::text).toList().indexOf(key);
        return table.series().value(table.series().axis().indexOf(Instant.parse(instant)), place);
    }

    @Test
    void aLongTableCountsBySiteDirectionAndClass() throws Exception {
        FlowTable table = read("a.csv", "site;direction;class;time;count", "K1;N;car;2025-01-16 07:00;120", "K1;S;car;2025-01-16 07:00;80",
                "K1;N;bike;2025-01-16 07:00;1 204,5", "K1;N;car;2025-01-16 08:00;90");
        assertThat(table.keys()).extracting(FlowKey::text).containsExactly("K1 · N · car", "K1 · S · car", "K1 · N · bike");
        assertThat(at(table, "K1 · N · car", "2025-01-16T06:00:00Z")).isEqualTo(120);
        assertThat(at(table, "K1 · N · bike", "2025-01-16T06:00:00Z")).isEqualTo(1204.5f);
        assertThat(at(table, "K1 · S · car", "2025-01-16T07:00:00Z")).isNaN();
    }

    @Test
    void aWideTableSpellsItInItsColumns() throws Exception {
        FlowTable table = read("trafik.csv", "tid,Storgatan 1|N|motor,Storgatan 1|S|motor,K2 - öst", "2025-01-16 07:00,1,2,3", "2025-01-16 08:00,4,5,6");
        assertThat(table.keys()).containsExactly(new FlowKey("Storgatan 1", "N", "motor"), new FlowKey("Storgatan 1", "S", "motor"),
                new FlowKey("K2", "öst", ""));
        assertThat(at(table, "K2 · öst", "2025-01-16T07:00:00Z")).isEqualTo(6);
    }

    /** Autumn's doubled hour is summer time at its first appearance for each site and direction, standard time at its second. */
    @Test
    void theDoubledHourIsToldApartForEachKey() throws Exception {
        FlowTable table = read("count.csv", "site,direction,time,count", "A,N,2025-10-26 01:00,1", "A,N,2025-10-26 02:00,2", "A,S,2025-10-26 02:00,20",
                "A,N,2025-10-26 02:00,3", "A,S,2025-10-26 02:00,30", "A,N,2025-10-26 03:00,4");
        assertThat(at(table, "A · N", "2025-10-26T00:00:00Z")).isEqualTo(2);
        assertThat(at(table, "A · N", "2025-10-26T01:00:00Z")).isEqualTo(3);
        assertThat(at(table, "A · S", "2025-10-26T01:00:00Z")).isEqualTo(30);
    }

    @Test
    void aMatrixWithoutTimesHoldsAtAnyTime() throws Exception {
        FlowTable table = read("od.csv", "origin,destination,trips", "A,B,10", "A,B,5", "B,A,7", "A,C,x", "A,D,-3", "A");
        assertThat(table.series()).isNull();
        assertThat(table.keys()).containsExactly(new FlowKey("A", "B", ""), new FlowKey("B", "A", ""));
        assertThat(table.constants()).containsExactly(15, 7);
        assertThat(table.diagnostics()).extracting(Diagnostic::message).anyMatch(m -> m.contains("no number") && m.contains("line 5"))
                .anyMatch(m -> m.contains("negative") && m.contains("line 6")).anyMatch(m -> m.contains("too few cells") && m.contains("line 7"));
    }

    @Test
    void aMatrixMayHaveTimesAndModes() throws Exception {
        FlowTable table = read("od.csv", "from;to;mode;hour;trips", "1;2;car;2025-01-16T07:00Z;4", "1;2;bus;2025-01-16T08:00Z;6");
        assertThat(table.keys()).containsExactly(new FlowKey("1", "2", "car"), new FlowKey("1", "2", "bus"));
        assertThat(at(table, "1 · 2 · bus", "2025-01-16T08:00:00Z")).isEqualTo(6);
    }

    @Test
    void negativeCountsAreMissingAndTold() throws Exception {
        FlowTable table = read("count.csv", "site,time,count", "A,2025-01-16 07:00,-5", "A,2025-01-16 08:00,4");
        assertThat(at(table, "A", "2025-01-16T06:00:00Z")).isNaN();
        assertThat(table.diagnostics()).extracting(Diagnostic::message).anyMatch(m -> m.contains("1 counts are negative") && m.contains("2025-01-16 07:00"));
    }

    @Test
    void sitesStandInTheSameTableOrBesideIt() throws Exception {
        FlowTable same = read("count.csv", "site,direction,lon,lat,time,count", "A,N,18.05,59.33,2025-01-16 07:00,5", "B,N,,,2025-01-16 08:00,4");
        assertThat(same.site(" a ")).isEqualTo(new FlowTable.Site(18.05, 59.33, ""));
        assertThat(same.diagnostics()).extracting(Diagnostic::message).anyMatch(m -> m.contains("no readable coordinates") && m.contains("B"));
        FlowFormat format = format("k.csv", "site,direction,time,count", "A,N,2025-01-16 07:00,5", "A,N,2025-01-16 08:00,4");
        Path sites = Files.writeString(folder.resolve("k-sites.csv"), "id;namn;öst;nord\nA;Storgatan;153 600,5;6579500\n");
        assertThat(FlowReader.sitesBeside(folder.resolve("k.csv"))).contains(sites);
        FlowTable beside = FlowReader.read(folder.resolve("k.csv"), format, sites, Progress.NONE);
        assertThat(beside.site("A")).isEqualTo(new FlowTable.Site(153600.5, 6579500, "Storgatan"));
        Path none = Files.writeString(folder.resolve("n.csv"), "id,colour\nA,red\n");
        assertThatThrownBy(() -> FlowReader.read(folder.resolve("k.csv"), format, none, Progress.NONE)).isInstanceOf(SeriesException.class)
                .hasMessageContaining("n.csv is no table of sites");
    }

    /** Tables of a series or anything else are none of counts. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', value = {"building,time,value/LH-1,2025-01-01 00:00,3", "time,LH-001,LH-002/2025-01-01 00:00,1,2", "a,b/1,2",
        "hour,temperature,wind/2025-01-01 00:00,1,2", "name,address,phone/A,B,3", "id,timestamp,kWh/1,2025-01-01 00:00,3"})
    void otherTablesAreLeftAlone(String lines) throws Exception {
        Path file = Files.writeString(folder.resolve("table.csv"), lines.replace('/', '\n') + "\n");
        assertThat(FlowSniffer.look(file, STOCKHOLM)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"N,0", "ne,45", "NO,45", "östra,90", "österut,90", "southbound,180", "norrgående,0", "mot väster,270", "sydväst,225", "Northwest,315",
        "135°,135", "270,270", "towards south,180", "Süd,180", "nord,0", "1,", "in,", "mot centrum,", "Storgatan,", "'',"})
    void directionsAreBearings(String word, Double degrees) {
        if (degrees == null) {
            assertThat(FlowWords.bearing(word)).isEmpty();
        } else {
            assertThat(FlowWords.bearing(word)).hasValue(degrees);
        }
    }
}
