package org.kvarter.assist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.series.SeriesTable;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableSource;
import org.kvarter.task.Progress;

/**
 * Rows made up in the forms in which grids, suppliers, housing companies and weather services hand out their data in five languages: what they are taken for without
 * a person's help, as {@code series quantity unit: places, first time}. Rows are parted by {@code ~}.
 */
class ExportsOfUtilitiesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0000', value = {
        // Swedish
        "Swedish grid, hours of one plant|Anläggnings-ID;Datum;Tid;Förbrukning (kWh);Status~735999100000000001;2024-06-01;00:00;0,42;Uppmätt~735999100000000001;2024-06-01;01:00;0,38;Uppmätt~735999100000000001;2024-06-01;02:00;0,35;Beräknad"
            + "|Europe/Stockholm|energy kWh: 735999100000000001, 2024-05-31T22:00:00Z",
        "Swedish supplier, date and hour|Datum;Timme;Mätvärde;Enhet~2024-06-01;00:00 - 01:00;1,5;kWh~2024-06-01;01:00 - 02:00;1,25;kWh~2024-06-01;02:00 - 03:00;1;kWh|Europe/Stockholm|energy kWh: x, 2024-05-31T22:00:00Z",
        "Swedish housing company, meters side by side|Fastighet;Kungsbacken 1;Kungsbacken 2~Medium;Fjärrvärme;Fjärrvärme~Enhet;MWh;MWh~2024-01;12,5;8,1~2024-02;11,0;7,2~2024-03;9,4;6,0"
            + "|Europe/Stockholm|heat MWh: Kungsbacken 1 Kungsbacken 2, 2023-12-31T23:00:00Z",
        "Swedish district heat, readings|Mätarnummer;Avläsningsdatum;Mätarställning MWh~FV001;2024-01-01;1023,4~FV001;2024-01-02;1024,0~FV001;2024-01-03;1024,9~FV002;2024-01-01;88,0~FV002;2024-01-02;88,5~FV002;2024-01-03;89,1"
            + "|Europe/Stockholm|energy MWh cumulative: FV001 FV002, 2023-12-31T23:00:00Z",
        "Swedish years of buildings|Fastighet;Adress;Atemp (m²);Uppvärmning 2022 (MWh);Uppvärmning 2023 (MWh)~Lunden 1;Storgatan 1;1200;150;140~Lunden 2;Storgatan 3;800;99;95|Europe/Stockholm|attributes",
        "Swedish months|Månad;Mätarnummer;Förbrukning MWh~2024-01;M1;12,5~2024-02;M1;10,5~2024-03;M1;9~2024-01;M2;8~2024-02;M2;7~2024-03;M2;6|Europe/Stockholm|energy MWh: M1 M2, 2023-12-31T23:00:00Z",
        // Finnish
        "Finnish datahub|Mittauspisteen tunnus;Tuotteen tyyppi;Resoluutio;Yksikkötyyppi;Lukeman tyyppi;Alkuaika;Määrä;Laatu~643007570000000001;8716867000030;PT1H;kWh;BN01;2024-01-01T00:00:00Z;0,45;OK~643007570000000001;8716867000030;PT1H;kWh;BN01;2024-01-01T01:00:00Z;0,40;OK"
            + "~643007570000000001;8716867000030;PT1H;kWh;BN01;2024-01-01T02:00:00Z;0,38;OK|Europe/Helsinki|energy kWh: 643007570000000001, 2024-01-01T00:00:00Z",
        "Finnish grid|Päivämäärä;Kellonaika;Kulutus kWh;Ulkolämpötila °C~1.1.2024;0:00;1,2;-5,0~1.1.2024;1:00;1,1;-5,2~1.1.2024;2:00;1,0;-5,5|Europe/Helsinki|energy kWh: x, 2023-12-31T22:00:00Z + temperature °C: x, 2023-12-31T22:00:00Z",
        "Finnish district heat|Aika;Kohde;Kaukolämpö MWh;Vesi m3~1.1.2024 00:00;Talo A;0,05;1,0~1.1.2024 01:00;Talo A;0,06;0,5~1.1.2024 00:00;Talo B;0,03;0,1~1.1.2024 01:00;Talo B;0,02;0,2"
            + "|Europe/Helsinki|heat MWh: Talo A Talo B, 2023-12-31T22:00:00Z + water m³: Talo A Talo B, 2023-12-31T22:00:00Z",
        // Dutch
        "Dutch smart meter, registers|EAN;Datum;Tijd;Meterstand levering (kWh)~871687000000000001;01-01-2024;00:00;10234,123~871687000000000001;01-01-2024;00:15;10234,201~871687000000000001;01-01-2024;00:30;10234,288"
            + "|Europe/Amsterdam|energy kWh cumulative: 871687000000000001, 2023-12-31T23:00:00Z",
        "Dutch gas, hours|tijdstip;aansluiting;verbruik aardgas [m3]~2024-01-01 00:00;A12;0.45~2024-01-01 01:00;A12;0.61~2024-01-01 00:00;A13;0.2~2024-01-01 01:00;A13;0.1|Europe/Amsterdam|gas m³: A12 A13, 2023-12-31T23:00:00Z",
        "Dutch streets, a year|Pand ID;Straatnaam;Huisnummer;SJV elektriciteit (kWh);Oppervlakte (m2)~0363100012345678;Kerkstraat;1;2400;85~0363100012345679;Kerkstraat;3;3100;92|Europe/Amsterdam|attributes",
        // German
        "German grid, quarter hours|Zeitstempel;Messlokation;Wirkarbeit [kWh];Status~01.06.2024 00:15;DE0001;0,30;gemessen~01.06.2024 00:30;DE0001;0,31;gemessen~01.06.2024 00:45;DE0001;0,29;Ersatzwert"
            + "|Europe/Berlin|electricity kWh: DE0001, 2024-05-31T22:15:00Z",
        "German load profile, power|Datum;Uhrzeit;Leistung [kW]~01.06.2024;00:00;12,5~01.06.2024;00:15;12,0~01.06.2024;00:30;11,5|Europe/Berlin|energy kW: x, 2024-05-31T22:00:00Z",
        "German from and to|von;bis;Verbrauch in kWh~01.06.2024 00:00;01.06.2024 01:00;1,5~01.06.2024 01:00;01.06.2024 02:00;1,7~01.06.2024 02:00;01.06.2024 03:00;1,2|Europe/Berlin|electricity kWh: x, 2024-05-31T22:00:00Z",
        "German buildings, heat side by side|Zeit;Gebäude 1 Fernwärme [MWh];Gebäude 2 Fernwärme [MWh]~2024-01-01 00:00;0,05;0,04~2024-01-01 01:00;0,06;0,05~2024-01-01 02:00;0,04;0,03|Europe/Berlin|heat MWh: Gebäude 1 Gebäude 2, 2023-12-31T23:00:00Z",
        // English
        "British half hours|MPAN,Read date time,Consumption (kWh)~1200000000001,2024-01-01 00:00,0.21~1200000000001,2024-01-01 00:30,0.18~1200000000001,2024-01-01 01:00,0.17|Europe/London|energy kWh: 1200000000001, 2024-01-01T00:00:00Z",
        "Building system, points|Timestamp,Location,Parameter,Value,Unit~2024-01-01T00:00:00Z,Room 1,Room temperature,21.5,°C~2024-01-01T01:00:00Z,Room 1,Room temperature,21.4,°C~2024-01-01T00:00:00Z,Room 1,CO2,450,ppm~2024-01-01T01:00:00Z,Room 1,CO2,470,ppm"
            + "|Europe/London|indoor temperature °C: Room 1, 2024-01-01T00:00:00Z + carbon dioxide ppm: Room 1, 2024-01-01T00:00:00Z",
        "Solar inverter|Date and time;PV power (W);Irradiance (W/m2)~2024-06-01 10:00;1200;640~2024-06-01 10:15;1300;660~2024-06-01 10:30;1250;650|Europe/London|solar W: x, 2024-06-01T09:00:00Z + global radiation W/m²: x, 2024-06-01T09:00:00Z"})
    void areUnderstoodWithoutHelp(String what, String rows, String zone, String expected) throws Exception {
        Path file = folder.resolve("x.csv");
        Files.writeString(file, rows.replace("~", "\n"), StandardCharsets.UTF_8);
        TableSource table = TableFormats.open(file).tables().get(0);
        ImportRecipe recipe = Recognition.of(table, ZoneId.of(zone)).recipe();
        if (expected.equals("attributes")) {
            assertThat(recipe.hasTimes()).isFalse();
            assertThat(recipe.of(ColumnRole.PLACE)).isNotEmpty();
            return;
        }
        Survey survey = Survey.of(recipe, table, Progress.NONE);
        String found = survey.quantities().stream().map(q -> q.quantity() + " " + q.unit() + (q.cumulative() ? " cumulative" : "") + ": "
                + String.join(" ", survey.places().stream().toList()) + ", " + q.axis().map(a -> a.start().toString()).orElse("none")).collect(Collectors.joining(" + "));
        assertThat(found).isEqualTo(expected);
        for (SeriesTable series : Runs.run(recipe, table).series()) {
            assertThat(series.axis().start()).isAfter(Instant.parse("2023-12-31T00:00:00Z").minusSeconds(86_400));
        }
    }
}
