package org.kvarter.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupportedFormatsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    /** Heads as the formats' specifications lay them down; {@code \x} stands for a byte. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, value = {
        "a.ifc | ISO-10303-21;HEADER;FILE_SCHEMA(('IFC4X3')); | IFC (IFC4X3)", "a.stp | ISO-10303-21;FILE_SCHEMA(('AP214')); | STEP",
        "a.glb | glTF\\02\\00\\00\\00 | glTF 2 (GLB)", "a.json | {\"asset\":{\"version\":\"1.1\"},\"geometricError\":5} | 3D Tiles",
        "a.b3dm | b3dm\\01 | 3D Tiles", "a.ply | ply\\0aformat ascii 1.0 | PLY", "a.stl | solid x\\0afacet normal 0 0 1 | STL (ASCII)",
        "a.fbx | Kaydara FBX Binary  \\00 | FBX", "a.dxf | 0\\0aSECTION\\0a2\\0aHEADER | DXF", "a.dxf | AutoCAD Binary DXF\\0d | DXF (binary)", "a.dwg | AC1032\\00 | DWG (AC1032)",
        "a.las | LASF\\00 | LAS", "a.e57 | ASTM-E57 | E57", "a.kml | <?xml version=\"1.0\"?><kml xmlns=\"x\"> | KML", "a.kmz | PK\\03\\04doc.kml | KMZ",
        "a.json | {\"type\":\"Topology\"} | TopoJSON", "a.xlsx | PK\\03\\04....xl/workbook.xml | Excel (XLSX)", "a.zip | PK\\03\\04....stops.txt | GTFS",
        "a.zip | PK\\03\\04....readme | ZIP", "a.pdf | %PDF-1.7 | PDF 1.7", "a.png | \\89PNG\\0d | PNG", "a.jpg | \\ff\\d8\\ff\\e0 | JPEG",
        "a.nc | CDF\\01 | NetCDF", "a.xml | <!DOCTYPE x [<!ENTITY a \"b\">]><ns:core/> | XML <core>", "a.gml | <gml:FeatureCollection> | GML",
        "a.db | SQLite format 3\\00 | SQLite", "a.dbf | \\03 | Shapefile (.dbf)", "a.json | [1,2] | JSON", "a.html | <!DOCTYPE html><html> | HTML"})
    void namesTheFormatAndAWayOut(String name, String content, String format) throws Exception {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) == '\\') {
                bytes.append((char) Integer.parseInt(content.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.append(content.charAt(i));
            }
        }
        Path file = Files.write(folder.resolve(name), bytes.toString().getBytes(StandardCharsets.ISO_8859_1));

        assertThat(UnsupportedFormats.recognise(SourceHead.of(file))).hasValueSatisfying(sentence -> assertThat(sentence)
                .startsWith(name + " is " + format).endsWith("."));
    }

    @Test
    void saysNothingOfWhatItDoesNotKnow() throws Exception {
        assertThat(UnsupportedFormats.recognise(SourceHead.of(Files.writeString(folder.resolve("a.qqq"), "hello")))).isEmpty();
    }

    @Test
    void tellsFoldersAndEmptyFiles() throws Exception {
        assertThat(UnsupportedFormats.recognise(SourceHead.of(folder)).orElseThrow()).contains("is a folder");
        assertThat(UnsupportedFormats.recognise(SourceHead.of(Files.createFile(folder.resolve("a.ifc")))).orElseThrow()).contains("is empty");
    }
}
