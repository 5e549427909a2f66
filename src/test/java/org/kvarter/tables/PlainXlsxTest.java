package org.kvarter.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workbooks of programs that write no more than they must. */
class PlainXlsxTest {

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    @TempDir
    private Path folder;

    /** A workbook without some of its parts; styles and shared strings are announced where {@code announced}. */
    private Path workbook(boolean announced, String... without) throws IOException {
        String sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + sheet + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
                + sheet + "worksheet+xml\"/>" + (announced ? "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + sheet + "styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\""
                + " ContentType=\"" + sheet + "sharedStrings+xml\"/>" : "") + "</Types>");
        parts.put("_rels/.rels", "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put("xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
        parts.put("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"" + MAIN + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>time</t></is></c><c r=\"B1\" t=\"inlineStr\">"
                + "<is><t>heat [kWh]</t></is></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>2025-01-01 00:00</t></is></c><c r=\"B2\"><v>1.5</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"str\"><v>2025-01-01 01:00</v></c><c r=\"B3\"><v>2</v></c></row></sheetData></worksheet>");
        parts.put("xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
        parts.put("xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"/>");
        Set<String> left = new HashSet<>(Arrays.asList(without));
        Path file = folder.resolve("plain.xlsx");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                if (!left.contains(part.getKey())) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + part.getValue()).getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
        }
        return file;
    }

    private static void reads(Path file) throws TableException {
        TableSource table = TableFormats.open(file).tables().get(0);
        assertThat(TableCases.columns(table)).isEqualTo("time:TIME heat[kWh]:NUMBER");
        assertThat(TableCases.column(table, "heat")).isEqualTo("1.5 2");
        assertThat(TableCases.column(table, "time")).isEqualTo("2025-01-01_00:00 2025-01-01_01:00");
    }

    @Test
    void stylesAndSharedStringsMayBeLeftOut() throws Exception {
        reads(workbook(true));
        reads(workbook(false, "xl/styles.xml", "xl/sharedStrings.xml"));
    }

    @Test
    void stylesThatAreAnnouncedAndNotThereAreNone() throws Exception {
        reads(workbook(true, "xl/styles.xml"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"})
    void whatCannotBeDoneWithoutIsSaidWithTheFileAndAWayOut(String part) throws Exception {
        Path file = workbook(true, part);
        assertThatThrownBy(() -> reads(file)).isInstanceOf(TableException.class).hasMessageContaining("plain.xlsx").hasMessageContaining("save it as XLSX again")
                .hasMessageNotContaining("null");
    }
}
