package org.kvarter.importing.citygml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.kvarter.importing.citygml.Gml.in;
import static org.kvarter.importing.citygml.Gml.object;
import static org.kvarter.importing.citygml.Gml.solid;
import static org.kvarter.importing.citygml.Gml.square;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SeriesBatch;
import org.kvarter.series.SeriesTable;

/** Demands of the Energy ADE and dynamizers become series of the objects they belong to. */
class CityGmlSeriesTest {

    private static final String SHAPE = in("bldg:lod1Solid", solid(square("p", 0, 0, 1)));
    private static final String PERIOD = in("energy:temporalExtent", in("gml:TimePeriod", in("gml:beginPosition", "2022-01-01T00:00:00Z"),
            in("gml:endPosition", "2022-01-01T04:00:00Z")));

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static String demand(String use, String series) {
        return in("energy:demands", object("energy:EnergyDemand", "d" + use, in("energy:energyAmount", series), in("energy:endUse", use)));
    }

    private static String regular(String unit, String interval, String values) {
        return in("energy:RegularTimeSeries", in("energy:variableProperties", in("energy:TimeValuesProperties",
                in("energy:acquisitionMethod", "simulation"))), PERIOD, interval, "<energy:values uom=\"" + unit + "\">" + values + "</energy:values>");
    }

    private static float[] values(SeriesBatch batch, String id) {
        return batch.table().trace(Arrays.asList(batch.table().keys()).indexOf(id));
    }

    /** The time interval as it is written, and the step it comes to in minutes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<energy:timeInterval unit=\"hour\">1</energy:timeInterval>|60",
        "<energy:timeInterval unit=\"minute\">15</energy:timeInterval>|15", "<energy:timeInterval unit=\"day\">1</energy:timeInterval>|1440",
        "<energy:timeInterval unit=\"year\">1</energy:timeInterval>|60", "''|60"})
    void readsRegularSeries(String interval, int minutes) throws Exception {
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b", demand("spaceHeating", regular("kWh", interval, "1 2.5 3 4")), SHAPE))
                .read(folder);

        SeriesTable table = sink.series.get(0).table();
        assertThat(sink.series.get(0).layer()).isEqualTo("Building");
        assertThat(table.title()).isEqualTo("spaceHeating");
        assertThat(table.unit()).isEqualTo("kWh");
        assertThat(table.keys()).containsExactly("b");
        assertThat(table.axis().start()).isEqualTo(Instant.parse("2022-01-01T00:00:00Z"));
        assertThat(table.axis().step()).isEqualTo(Duration.ofMinutes(minutes));
        assertThat(table.trace(0)).containsExactly(1, 2.5f, 3, 4);
        assertThat(sink.solids("Building").features().attributes().value("spaceHeating", 0)).isEqualTo(10.5);
        assertThat(sink.diagnostics).isEmpty();
    }

    @Test
    void putsBuildingsOfOneKindSideBySide() throws Exception {
        String hour = "<energy:timeInterval unit=\"hour\">1</energy:timeInterval>";
        Gml town = Gml.of("2.0");
        for (String id : new String[] {"a", "b"}) {
            town.member(object("bldg:Building", id, demand("spaceHeating", regular("kWh", hour, id.equals("a") ? "1 2" : "3 4")),
                    demand("cooling", regular("kWh", hour, "7 8")), SHAPE));
        }
        RecordingSink sink = town.read(folder);

        assertThat(sink.series).hasSize(2);
        assertThat(sink.series.get(0).table().keys()).containsExactly("a", "b");
        assertThat(values(sink.series.get(0), "b")).containsExactly(3, 4);
        assertThat(sink.series.stream().map(s -> s.table().id()).distinct()).hasSize(2);
        assertThat(town.read(folder).series.get(0).table().id()).isEqualTo(sink.series.get(0).table().id());
    }

    @Test
    void putsValuesAtTheirOwnTimesOnAnAxis() throws Exception {
        String series = in("energy:IrregularTimeSeries", "<energy:uom uom=\"kWh\"/>",
                in("energy:contains", in("energy:MeasurementPoint", in("energy:time", "2022-01-01T03:00:00Z"), in("energy:value", "9"))),
                in("energy:contains", in("energy:MeasurementPoint", in("energy:time", "2022-01-01T00:00:00Z"), in("energy:value", "1"))),
                in("energy:contains", in("energy:MeasurementPoint", in("energy:time", "2022-01-01T01:00:00Z"), in("energy:value", "2"))));
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b", demand("heat", series), SHAPE)).read(folder);

        assertThat(sink.series.get(0).table().axis().step()).isEqualTo(Duration.ofHours(1));
        assertThat(sink.series.get(0).table().trace(0)).containsExactly(1, 2, Float.NaN, 9);
    }

    @Test
    void readsATableBesideTheFile() throws Exception {
        Files.writeString(folder.resolve("heat.csv"), "name;demand\n-;1,5\n-;2,5\n");
        String series = in("energy:RegularTimeSeriesFile", PERIOD, "<energy:timeInterval unit=\"hour\">1</energy:timeInterval>",
                in("energy:file", "heat.csv"), in("energy:uom", "kWh"), in("energy:numberOfHeaderLines", "1"), in("energy:fieldSeparator", ";"),
                in("energy:decimalSymbol", ","), in("energy:valueColumnNumber", "2"));
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b", demand("heat", series), SHAPE)).read(folder);

        assertThat(sink.series.get(0).table().trace(0)).containsExactly(1.5f, 2.5f);
        assertThat(sink.series.get(0).table().unit()).isEqualTo("kWh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone.csv", "../secret.csv", "/etc/passwd", "http://localhost/x.csv", "C:\\x.csv", ""})
    void leavesTablesElsewhereAlone(String name) throws Exception {
        Files.writeString(folder.getParent().resolve("secret.csv"), "1\n2\n");
        RecordingSink sink = Gml.of("2.0").member(object("bldg:Building", "b", demand("heat", in("energy:RegularTimeSeriesFile", PERIOD,
                "<energy:timeInterval unit=\"hour\">1</energy:timeInterval>", in("energy:file", name))), SHAPE)).read(folder);

        assertThat(sink.series).isEmpty();
        assertThat(sink.diagnostics).hasSize(1);
    }

    /** The dynamizer lies in the object or beside it; the path says whose attribute it drives. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsDynamizers(boolean inside) throws Exception {
        String dynamizer = object("dyn:Dynamizer", "dy",
                in("dyn:attributeRef", "//bldg:Building[@gml:id='b']/gen:doubleAttribute[@gml:name='ElectricityUse']/gen:value"),
                in("dyn:startTime", "2022-01-01T00:00:00Z"), in("dyn:endTime", "2022-01-01T02:00:00Z"),
                in("dyn:dynamicData", in("dyn:GenericTimeseries", in("dyn:observationProperty", "Electricity"), in("dyn:uom", "kW"),
                        in("dyn:timeValuePair", in("dyn:TimeValuePair", in("dyn:timestamp", "2022-01-01T00:00:00Z"), in("dyn:doubleValue", "5"))),
                        in("dyn:timeValuePair", in("dyn:TimeValuePair", in("dyn:timestamp", "2022-01-01T01:00:00Z"), in("dyn:intValue", "6"))))));
        Gml town = Gml.of("3.0").member(object("bldg:Building", "b", inside ? in("core:dynamizer", dynamizer) : "", SHAPE));
        RecordingSink sink = (inside ? town : town.member(dynamizer)).read(folder);

        assertThat(sink.series.get(0).table().keys()).containsExactly("b");
        assertThat(sink.series.get(0).table().title()).isEqualTo("Electricity");
        assertThat(sink.series.get(0).table().unit()).isEqualTo("kW");
        assertThat(sink.series.get(0).table().trace(0)).containsExactly(5, 6);
    }

    /** As in the standard's example: months of a surface's attribute, which belong to the building. */
    @Test
    void readsMonthsOfASurface() throws Exception {
        StringBuilder pairs = new StringBuilder();
        for (int month = 1; month <= 12; month++) {
            pairs.append(in("dyn:timeValuePair", in("dyn:TimeValuePair", in("dyn:timestamp", "2019-%02d".formatted(month)), in("dyn:doubleValue", "" + month))));
        }
        String dynamizer = in("core:dynamizer", in("dyn:Dynamizer", in("dyn:attributeRef", "//con:RoofSurface[@gml:id='r']/x[name='sun']/gen:value"),
                in("dyn:dynamicData", in("dyn:GenericTimeseries", in("dyn:uom", "kWh"), pairs.toString()))));
        RecordingSink sink = Gml.of("3.0").member(object("bldg:Building", "b", in("core:boundary", object("con:RoofSurface", "r", dynamizer,
                in("core:lod2MultiSurface", Gml.multi(square("p", 0, 0, 1))))))).read(folder);

        SeriesTable table = sink.series.get(0).table();
        assertThat(table.keys()).containsExactly("b");
        assertThat(table.title()).isEqualTo("sun");
        assertThat(table.trace(0)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(table.axis().step()).isBetween(Duration.ofDays(30), Duration.ofDays(31));
    }

    @Test
    void saysOfASeriesWhoseObjectIsNotThere() throws Exception {
        RecordingSink sink = Gml.of("3.0").member(object("bldg:Building", "b", SHAPE)).member(in("dyn:Dynamizer", in("dyn:attributeRef",
                "//x[@gml:id='gone']/y"), in("dyn:timestamp", "2022-01"), in("dyn:intValue", "1"), in("dyn:timestamp", "2022-02"), in("dyn:intValue", "2")))
                .read(folder);

        assertThat(sink.series).isEmpty();
        assertThat(sink.diagnostics).hasSize(1).allMatch(d -> d.message().contains("gone"));
    }

    @Test
    void keepsTheYearOfARealBuilding() throws Exception {
        Path file = Path.of("../shared/realdata/citygml/Bau445LoD2-ADE-results.gml");
        assumeTrue(Files.exists(file), "real data is not here");
        RecordingSink sink = RecordingSink.read(new CityGmlImporter(), file, ReadOptions.DEFAULT);

        assertThat(sink.series).extracting(s -> s.table().title()).containsExactly("Heating energy", "Cooling energy");
        assertThat(sink.series).allMatch(s -> s.table().axis().count() == 8760 && s.table().keys()[0].equals("DEBW_0010001Xasv"));
        // the file states the total itself, as a generic attribute
        double stated = ((Number) sink.solids("Building").features().attributes().value("Energy demand heating", 0)).doubleValue();
        double read = ((Number) sink.solids("Building").features().attributes().value("Heating energy", 0)).doubleValue();
        assertThat(read).isCloseTo(stated, Offset.offset(0.5));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2022|2021-12-31T23:00:00Z", "2022-07-01|2022-06-30T22:00:00Z", "2022-01-01T05:00:00|2022-01-01T04:00:00Z",
        "2022-01-01 05:00|2022-01-01T04:00:00Z", "2022-01-01T05:00:00Z|2022-01-01T05:00:00Z", "2022-01-01T05:00:00+02:00|2022-01-01T03:00:00Z", "soon|''"})
    void readsTimes(String text, String expected) {
        Instant time = SeriesDraft.time(text, ZoneId.of("Europe/Berlin"));
        assertThat(time == null ? "" : time.toString()).isEqualTo(expected);
    }
}
