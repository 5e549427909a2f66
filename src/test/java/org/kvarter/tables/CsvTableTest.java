package org.kvarter.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Delimiters, encodings, decimal signs, headers and units of CSV. In the tables rows are parted by {@code ~}. */
class CsvTableTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "a;b~1,5;x~2,25;y|a:NUMBER b:TEXT|1,5 2,25",
        "a,b~1.5,x~2.25,y|a:NUMBER b:TEXT|1.5 2.25",
        "a\tb~1.5\tx~2.25\ty|a:NUMBER b:TEXT|1.5 2.25",
        "a,b~\"1,5\",x~\"2,25\",y|a:NUMBER b:TEXT|1,5 2,25",
        "El [kWh];Temp (°C)~1;2~3;4|El[kWh]:INTEGER Temp[°C]:INTEGER|1 3",
        "El kWh/h;Effekt, kW~1;2~3;4|El[kW]:INTEGER Effekt[kW]:INTEGER|1 3",
        "El;Fjärrvärme~kWh;MWh~1;2~3;4~5;6|El[kWh]:INTEGER Fjärrvärme[MWh]:INTEGER|1 3 5",
        "Report of the year;~;~time;el~2025-01-01 00:00;1~2025-01-01 01:00;2|time:TIME el:INTEGER|2025-01-01_00:00 2025-01-01_01:00",
        "1;2~3;4~5;6|1:INTEGER 2:INTEGER|1 3 5",
        "name;name~1;2~3;4|name:INTEGER name_(2):INTEGER|1 3",
        "id;n~007;1~013;2|id:TEXT n:INTEGER|007 013",
        "d;v~04300518;1~04300517;2|d:TEXT v:INTEGER|04300518 04300517",
        "d;v~20250131;1~20250201;2|d:TIME v:INTEGER|20250131 20250201",
        "id;x~a;1.234,5~b;2.345,25|id:TEXT x:NUMBER|a b"})
    void formIsRecognised(String rows, String columns, String first) throws Exception {
        TableSource table = open("a.csv", rows.replace("~", "\n"));
        assertThat(TableCases.columns(table)).isEqualTo(columns);
        assertThat(TableCases.column(table, table.columns().get(0).name())).isEqualTo(first);
    }

    private TableSource open(String name, String text) throws Exception {
        return TableFormats.open(TableCases.file(folder, name, text)).tables().get(0);
    }

    @Test
    void mergedHeadersNameTheColumnsBelowThem() throws Exception {
        TableSource table = open("m.csv", "time;Heat;;Electricity;\n;A;B;A;B\n2025-01-01;1;2;3;4\n2025-01-02;5;6;7;8\n");
        assertThat(table.columns().stream().map(TableColumn::name)).containsExactly("time", "Heat / A", "Heat / B", "Electricity / A", "Electricity / B");
        assertThat(TableCases.column(table, "Electricity / A")).isEqualTo("3 7");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8", "windows-1252", "UTF-16LE"})
    void encodingsAreRecognised(String charset) throws Exception {
        byte[] text = ((charset.startsWith("UTF-16") ? "\ufeff" : "") + "mätare;kWh\nÅ1;1\nÖ2;2\n").getBytes(Charset.forName(charset));
        Path file = Files.write(folder.resolve("e.csv"), text);
        TableSource table = TableFormats.open(file).tables().get(0);
        assertThat(table.columns().get(0).name()).isEqualTo("mätare");
        assertThat(TableCases.column(table, "mätare")).isEqualTo("Å1 Ö2");
        assertThat(table.options().get(TableOptions.CHARSET)).isEqualTo(charset);
    }

    @Test
    void whatWasRecognisedCanBeOverruledAndReadsTheSameAgain() throws Exception {
        Path file = TableCases.file(folder, "o.csv", "a;b\n1,5;2\n2,5;3\n");
        TableSource table = TableFormats.open(file).tables().get(0);
        assertThat(TableCases.columns(TableFormats.open(file, table.options()).tables().get(0))).isEqualTo(TableCases.columns(table));
        TableSource other = TableFormats.open(file, table.options().with(TableOptions.HEADER_ROWS, "0").with(TableOptions.DECIMAL_COMMA, "false")).tables().get(0);
        assertThat(TableCases.columns(other)).isEqualTo("1:TEXT 2:TEXT");
        assertThat(TableCases.rows(other)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Förbrukning [kWh]|Förbrukning|kWh", "kWh/h|kWh/h|kW", "T2m|T2m|''", "G(i)|G(i)|''", "time(UTC)|time(UTC)|''", "heat_kWh|heat|kWh",
        "global_horizontal_W_m2|global_horizontal|W/m²", "Energia, MWh|Energia|MWh", "Temperatur (C)|Temperatur|°C", "Strom in kWh|Strom|kWh", "area m2|area|m²", "Solar [-]|Solar|''",
        "GHI (W/m^2)|GHI|W/m²", "[kWh] total|total|kWh", "El (Storgatan)|El (Storgatan)|''", "Pris öre/kWh|Pris|öre/kWh"})
    void headersAreTakenApart(String header, String name, String unit) {
        assertThat(HeaderText.of(header)).isEqualTo(new HeaderText(name, unit));
    }

    @ParameterizedTest
    @CsvSource({"MWh,kWh,1000", "Wh,kWh,0.001", "GJ,kWh,277.7777777777778", "kW,W,1000", "l,m³,0.001", "km/h,m/s,0.2777777777777778", "kWh,kW,NaN", "°C,K,NaN"})
    void unitsConvert(String from, String to, double factor) {
        assertThat(Units.factor(from, to)).isCloseTo(factor, org.assertj.core.data.Percentage.withPercentage(1e-9));
    }

    @Test
    void refusalsNameTheFileAndTheWayOut() throws Exception {
        assertThatThrownBy(() -> TableFormats.open(folder.resolve("gone.csv"))).isInstanceOf(TableException.class).hasMessageContaining("gone.csv");
        Path empty = TableCases.file(folder, "empty.csv", "");
        assertThatThrownBy(() -> TableFormats.open(empty)).isInstanceOf(TableException.class).hasMessageContaining("empty.csv");
        Path bytes = Files.write(folder.resolve("a.bin"), new byte[] {0, 1, 2, 3, 0, 0});
        assertThatThrownBy(() -> TableFormats.open(bytes)).isInstanceOf(TableException.class).hasMessageContaining("a.bin").hasMessageContaining("CSV");
        Path good = TableCases.file(folder, "c.csv", "a;b\n1;2\n");
        assertThatThrownBy(() -> TableFormats.open(good, TableOptions.RECOGNISE.with(TableOptions.CHARSET, "nonsense"))).isInstanceOf(TableException.class)
                .hasMessageContaining("nonsense");
    }
}
