package org.kvarter.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.assist.Recognition.Layout;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableFormats;

/** Tables in five languages and what they are taken for. Rows are parted by {@code /}, cells by {@code ;}. */
class RecognitionTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @TempDir
    private Path folder;

    private Recognition of(String name, String rows) throws Exception {
        Path file = folder.resolve(name);
        Files.writeString(file, rows.replace("/", "\n"));
        return Recognition.of(TableFormats.open(file).tables().get(0), STOCKHOLM);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // columns: layout, roles in order, quantities of value columns, units of value columns
        "Tid;Mätare;Förbrukning [kWh]/2025-01-01 00:00;M1;1,5/2025-01-01 00:00;M2;2,5/2025-01-01 01:00;M1;1,25|ROWS|TIME PLACE VALUE|energy|kWh",
        "Tidpunkt;Anläggning;Fjärrvärme (MWh)/2025-01-01 00:00;A;1,5/2025-01-01 00:00;B;2,5/2025-01-01 01:00;A;1,25|ROWS|TIME PLACE VALUE|heat|MWh",
        "aika;käyttöpaikka;sähkö kWh/1.1.2025 0:00;F1;1,5/1.1.2025 0:00;F2;2,5/1.1.2025 1:00;F1;1,25|ROWS|TIME PLACE VALUE|electricity|kWh",
        "Zeitstempel;Zähler;Strom in kWh/01.01.2025 00:00;Z1;1,5/01.01.2025 00:00;Z2;2,5/01.01.2025 01:00;Z1;1,25|ROWS|TIME PLACE VALUE|electricity|kWh",
        "tijdstip;ean;gas [m3]/2025-01-01 00:00;8711;1.5/2025-01-01 00:00;8712;2.5/2025-01-01 01:00;8711;1.25|ROWS|TIME PLACE VALUE|gas|m³",
        "time;value;unit;quantity;building/2025-01-01T00:00Z;1;kWh;heat;B1/2025-01-01T00:00Z;1;kWh;el;B1/2025-01-01T01:00Z;2;kWh;heat;B1|ROWS|TIME VALUE UNIT QUANTITY PLACE||",
        "tid;B1;B2;B3/2025-01-01 00:00;1;2;3/2025-01-01 01:00;1;2;4|PLACES_IN_COLUMNS|TIME VALUE VALUE VALUE|x x x|",
        "tid;temperatur;vind;el/2025-01-01 00:00;1.5;2;3/2025-01-01 01:00;1;2;4|QUANTITIES_IN_COLUMNS|TIME VALUE VALUE VALUE|temperature wind_speed electricity|°C m/s kWh",
        "adress;lon;lat;Atemp [m²];byggår/Storgatan 1;18.1;59.3;1200;1956/Storgatan 3;18.2;59.3;800;1970|ATTRIBUTES|PLACE EAST NORTH ATTRIBUTE ATTRIBUTE||",
        "byggnad;mätarställning [kWh];tid/A;1000;2025-01-01 00:00/A;1003;2025-01-01 01:00/A;1004;2025-01-01 02:00|ROWS|PLACE VALUE TIME|energy|kWh",
        "timestamp;power kW/1735689600;3/1735693200;4/1735696800;5|QUANTITIES_IN_COLUMNS|TIME VALUE|electricity|kW",
        // what utilities send: Finland's Datahub, Swedish grids, German load profiles, months side by side
        "MeteringPointGSRN;Product Type;Resolution;Unit Type;Start Time;Quantity;Quality/643007573012345678;8716867000030;PT1H;kWh;2023-01-01T00:00:00Z;0,350000;OK/643007573012345678;8716867000030;PT1H;kWh;2023-01-01T01:00:00Z;0,250000;OK"
            + "|ROWS|PLACE IGNORE IGNORE UNIT TIME VALUE QUALITY|energy|",
        "Datum;Timme;Förbrukning kWh/2025-01-01;00-01;0,5/2025-01-01;01-02;0,6/2025-01-01;02-03;0,7|QUANTITIES_IN_COLUMNS|TIME CLOCK VALUE|energy|kWh",
        "Mätpunkts ID;Från;Till;Värde;Enhet;Kvalitet/735;2025-01-01 00:00;2025-01-01 01:00;0,5;kWh;Uppmätt/735;2025-01-01 01:00;2025-01-01 02:00;0,7;kWh;Uppmätt|ROWS|PLACE TIME IGNORE VALUE UNIT QUALITY|energy|",
        "Zeitstempel;Wirkleistung [kW];Status/01.01.2025 00:00;1,25;gemessen/01.01.2025 00:15;2,25;gemessen|QUANTITIES_IN_COLUMNS|TIME VALUE QUALITY|electricity|kW",
        "Byggnad;jan 2024;feb 2024;mars 2024/A;10;9;8/B;20;19;18|TIMES_IN_COLUMNS|PLACE VALUE VALUE VALUE|x x x|",
        "Gebäude;2024-01;2024-02;2024-03/A;10;9;8/B;20;19;18|TIMES_IN_COLUMNS|PLACE VALUE VALUE VALUE|x x x|",
        // what weather services send: lines above the header, notes below the rows, times in UTC
        "latitude,longitude,elevation,timezone/59.33,18.07,23.0,GMT//time,temperature_2m (°C),relative_humidity_2m (%)/2025-01-01T00:00,1.5,80/2025-01-01T01:00,1.4,81/2025-01-01T02:00,1.4,82"
            + "|QUANTITIES_IN_COLUMNS|TIME VALUE VALUE IGNORE|temperature humidity|°C %",
        "Stationsnamn;Nummer/Stockholm;98230//Parameternamn;Beskrivning;Enhet/Lufttemperatur;momentan;celsius//Datum;Tid (UTC);Lufttemperatur;Kvalitet/2025-01-01;00:00:00;1.2;G/2025-01-01;01:00:00;1.3;G"
            + "|QUANTITIES_IN_COLUMNS|TIME CLOCK VALUE QUALITY|temperature|°C",
        "STATIONS_ID;MESS_DATUM;QN_9;TT_TU;RF_TU;eor/44;2025010100;3;1.5;80;eor/44;2025010101;3;1.6;81;eor/44;2025010102;3;1.6;82;eor|ROWS|PLACE TIME IGNORE VALUE VALUE IGNORE|temperature humidity|°C %",
        "time,G(i),T2m/20130101:0010,0.0,-0.9/20130101:0110,0.0,-1.5/20130101:0210,0.5,-1.5/20130101:0310,1.5,-2.5//G(i): irradiance|QUANTITIES_IN_COLUMNS|TIME VALUE VALUE|global_radiation temperature|W/m² °C",
        "year;month;day;hour;heat [kW]/2025;1;1;1;3/2025;1;1;2;4/2025;1;1;24;5|QUANTITIES_IN_COLUMNS|YEAR MONTH DAY HOUR VALUE|heat|kW"})
    void rolesAreRecognised(String rows, Layout layout, String roles, String quantities, String units) throws Exception {
        Recognition recognition = of("x.csv", rows);
        assertThat(recognition.columns().stream().map(g -> g.use().role().name()).collect(Collectors.joining(" "))).isEqualTo(roles);
        assertThat(recognition.layout()).isEqualTo(layout);
        List<ColumnUse> values = recognition.recipe().of(ColumnRole.VALUE);
        assertThat(values.stream().map(u -> u.quantity().replace(' ', '_')).collect(Collectors.joining(" ")).strip()).isEqualTo(quantities == null ? "" : quantities);
        assertThat(values.stream().map(ColumnUse::unit).collect(Collectors.joining(" ")).strip()).isEqualTo(units == null ? "" : units);
        assertThat(recognition.columns()).allSatisfy(g -> assertThat(g.reason()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1-1-2025 1-2-2025 1-3-2025 1-4-2025|M/d/yyyy", "1-1-2025 2-1-2025 3-1-2025|d/M/yyyy", "13-1-2025 14-1-2025|d/M/yyyy", "1-13-2025 1-14-2025|M/d/yyyy"})
    void daysAndMonthsAreToldApartByWhatLiesCloser(String days, String pattern) throws Exception {
        Path file = folder.resolve("d.csv");
        StringBuilder rows = new StringBuilder("date;el\n");
        for (String day : days.split(" ")) {
            rows.append(day.replace('-', '/')).append(";1.5\n");
        }
        Files.writeString(file, rows);
        assertThat(Recognition.of(TableFormats.open(file).tables().get(0), STOCKHOLM).recipe().time().pattern()).isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Mätarställning [kWh]|true", "Zählerstand [kWh]|true", "lukema [kWh]|true", "förbrukning [kWh]|false"})
    void readingsOfMetersAreKnownByName(String header, boolean cumulative) throws Exception {
        Recognition recognition = of("m.csv", "tid;" + header + "/2025-01-01 00:00;5/2025-01-01 01:00;3/2025-01-01 02:00;4");
        assertThat(recognition.recipe().of(ColumnRole.VALUE).get(0).cumulative()).isEqualTo(cumulative);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "tid|2025-01-01 00:00|START", "till|2025-01-01 01:00|END", "tid|2025-01-01 01:00|END", "starttid|2025-01-01 01:00|START", "end time|2025-01-01 00:00|END"})
    void endsOfIntervalsAreRecognised(String header, String first, TimeRules.Label label) throws Exception {
        StringBuilder rows = new StringBuilder(header + ";el");
        java.time.LocalDateTime at = java.time.LocalDateTime.parse(first.replace(' ', 'T'));
        for (int i = 0; i < 30; i++) {
            rows.append('/').append(at.plusHours(i).toString().replace('T', ' ')).append(';').append(i % 7);
        }
        assertThat(of("l.csv", rows.toString()).recipe().time().label()).isEqualTo(label);
    }
}
