package org.kvarter.importing.citygml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kvarter.importing.citygml.Gml.in;
import static org.kvarter.importing.citygml.Gml.object;
import static org.kvarter.importing.citygml.Gml.solid;
import static org.kvarter.importing.citygml.Gml.square;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SourceHead;
import org.kvarter.model.Severity;

/** Packed, damaged, hostile and foreign documents. */
class CityGmlBadInputTest {

    private final CityGmlImporter importer = new CityGmlImporter();

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private static String building(String id) {
        return object("bldg:Building", id, in("gml:name", "Gårda"), in("bldg:lod1Solid", solid(square("p" + id, 0, 0, 1))));
    }

    private RecordingSink read(String name, byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve(name), bytes);
        assertThat(importer.probe(SourceHead.of(file))).isGreaterThanOrEqualTo(0.9);
        return RecordingSink.read(importer, file, ReadOptions.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"town.gml", "town.gml.gz", "town.zip"})
    void readsPackedFiles(String name) throws Exception {
        byte[] plain = Gml.of("2.0").member(building("b")).toString().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (name.endsWith(".zip")) {
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("readme.txt"));
                zip.write("hello".getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry("a/town.GML"));
                zip.write(plain);
            }
        } else {
            try (OutputStream out = name.endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes) {
                out.write(plain);
            }
        }

        assertThat(read(name, bytes.toByteArray()).solids("Building").features().ids()).containsExactly("b");
    }

    /** Encoding in fact, encoding as declared. */
    @ParameterizedTest
    @CsvSource({"UTF-8, UTF-8, 0", "ISO-8859-1, ISO-8859-1, 0", "UTF-16, UTF-16, 0", "windows-1252, UTF-8, 1"})
    void readsOtherEncodings(String fact, String declared, int notes) throws Exception {
        String text = Gml.of("2.0").member(building("b")).toString().replace("UTF-8", declared);
        RecordingSink sink = read("town.gml", text.getBytes(Charset.forName(fact)));

        assertThat(sink.solids("Building").features().attributes().value("name", 0)).isEqualTo("Gårda");
        assertThat(sink.diagnostics).hasSize(notes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE x [<!ENTITY a \"1234567890\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
        "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>", "<!DOCTYPE x SYSTEM \"http://localhost:1/x.dtd\">", "<!DOCTYPE x>"})
    void refusesDocumentTypes(String declaration) {
        String text = Gml.of("2.0").member(building("b").replace("Gårda", declaration.contains("ENTITY a") ? "&a;" : "x")).toString()
                .replace("?>\n", "?>\n" + declaration + "\n");

        assertThatThrownBy(() -> read("town.gml", text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(ImportException.class)
                .hasMessageContaining("town.gml").hasMessageContaining("document type");
    }

    @Test
    void refusesEndlessDepth() {
        String text = Gml.of("2.0").member("<bldg:Building>" + "<a>".repeat(5000)).toString();

        assertThatThrownBy(() -> read("town.gml", text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(ImportException.class)
                .hasMessageContaining("deeper");
    }

    @Test
    void refusesWhatUnpacksWithoutEnd() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(Gml.of("2.0").toString().replace("</core:CityModel>", "").getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 80; i++) {
                out.write(blanks);
            }
        }

        assertThatThrownBy(() -> read("town.gml.gz", bytes.toByteArray())).isInstanceOf(ImportException.class).hasMessageContaining("unpacks");
    }

    @Test
    void keepsWhatCameBeforeABreak() throws Exception {
        String text = Gml.of("2.0").member(building("a")).member(building("b")).toString();
        RecordingSink sink = read("town.gml", text.substring(0, text.length() - 120).getBytes(StandardCharsets.UTF_8));

        assertThat(sink.solids("Building").features().ids()).containsExactly("a");
        assertThat(sink.diagnostics).hasSize(1).allMatch(d -> d.severity() == Severity.ERROR && d.message().contains("breaks off in line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<bldg:Building><a></b>", "<bldg:Building a=>", "<bldg:Building>&nbsp;"})
    void keepsWhatCameBeforeNonsense(String nonsense) throws Exception {
        RecordingSink sink = read("town.gml", Gml.of("2.0").member(building("a")).member(nonsense).toString().getBytes(StandardCharsets.UTF_8));

        assertThat(sink.solids("Building").features().ids()).containsExactly("a");
        assertThat(sink.diagnostics).hasSize(1).allMatch(d -> d.severity() == Severity.ERROR);
    }

    @Test
    void refusesAModelOfNothing() {
        assertThatThrownBy(() -> read("town.gml", Gml.of("2.0").toString().getBytes(StandardCharsets.UTF_8))).isInstanceOf(ImportException.class)
                .hasMessageContaining("without any object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"<html><body/></html>|0", "<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\"/>|0", "hello|0",
        "{\"type\":\"CityJSON\"}|0", "<CityModel/>|0.9", "<!-- x --><c:CityModel xmlns:c=\"http://www.opengis.net/citygml/2.0\"/>|1"})
    void knowsItsOwn(String text, double score) throws IOException {
        assertThat(importer.probe(SourceHead.of(Files.writeString(folder.resolve("a.xml"), text)))).isEqualTo(score);
    }
}
