package org.kvarter.importing.ifc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SoundReading;

/** The good part of a damaged file loads, the rest is told with the name of the thing it costs. */
class IfcBadInputTest {

    @TempDir
    Path folder;

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    private RecordingSink read(String text) throws Exception {
        return RecordingSink.read(new IfcImporter(), Files.writeString(folder.resolve("bad.ifc"), text), ReadOptions.DEFAULT);
    }

    /** A good wall beside one whose shape is {@code bad}. */
    private void costsOnlyItself(IfcDraft draft, String bad, String words) throws Exception {
        draft.element("IFCWALL", "good", draft.place(0, 0, 0), draft.box(1, 1, 1));
        draft.element("IFCCOLUMN", "bad", draft.place(5, 0, 0), bad);

        RecordingSink sink = read(draft.text());

        assertThat(IfcModelReading.volume(sink.solids("elements").polygons(), 0)).isCloseTo(1, within(1e-9));
        assertThat(sink.solids("elements").features().size()).isEqualTo(2);
        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("IfcColumn 'bad'") && d.message().contains(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IFCEXTRUDEDAREASOLID(#99999,$,$,3.)", "IFCEXTRUDEDAREASOLID($,$,$,$)", "IFCEXTRUDEDAREASOLID('a',.T.,(1),#1)", "IFCFACETEDBREP($)",
        "IFCBOOLEANRESULT(.DIFFERENCE.,$,$)", "IFCMAPPEDITEM($,$)", "IFCTRIANGULATEDFACESET($,$,.T.,((1,2,3)),$)", "IFCSWEPTDISKSOLID($,-1.,$,$,$)",
        "IFCCSGSOLID($)", "IFCREVOLVEDAREASOLID($,$,$,0.)"})
    void bearsBrokenSolids(String solid) throws Exception {
        IfcDraft draft = IfcDraft.metres();
        costsOnlyItself(draft, draft.add(solid), "");
    }

    @Test
    void refusesItemsThatReferToThemselves() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String text = draft.add("IFCBOOLEANRESULT(.UNION.,#SELF,#SELF)");
        costsOnlyItself(draft, text.replace("#SELF", text), "");
        String cyclic = draft.text().replace("#SELF", text);

        RecordingSink sink = read(cyclic);

        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("refers to itself"));
    }

    @Test
    void refusesPlacementsInARing() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        draft.element("IFCWALL", "good", draft.place(0, 0, 0), draft.box(1, 1, 1));
        String place = draft.add("IFCLOCALPLACEMENT(#RING," + draft.origin() + ")");
        draft.element("IFCCOLUMN", "bad", place, draft.box(1, 1, 1));

        RecordingSink sink = read(draft.text().replace("#RING", place));

        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("IfcColumn 'bad'") && d.message().contains("relative to itself"));
        assertThat(IfcModelReading.volume(sink.solids("elements").polygons(), 0)).isCloseTo(1, within(1e-9));
    }

    @Test
    void refusesMapsOfMapsOfMaps() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        String item = draft.box(1, 1, 1);
        String still = draft.add("IFCCARTESIANTRANSFORMATIONOPERATOR3D($,$," + draft.point(0, 0, 0) + ",$,$)");
        for (int level = 0; level < 40; level++) {
            String map = draft.add("IFCREPRESENTATIONMAP(" + draft.origin() + "," + draft.add("IFCSHAPEREPRESENTATION(" + draft.context()
                    + ",'Body','MappedRepresentation',(" + String.join(",", java.util.Collections.nCopies(8, item)) + "))") + ")");
            item = draft.add("IFCMAPPEDITEM(" + map + "," + still + ")");
        }
        costsOnlyItself(draft, item, "too many faces");
    }

    @Test
    void readsWhatComesBeforeTheEndOfACutFile() throws Exception {
        String text = IfcDraft.sound();

        RecordingSink sink = read(text.substring(0, text.indexOf("IFCRELVOIDSELEMENT") + 10));

        assertThat(sink.solids("elements").features().size()).isEqualTo(1);
        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("ends in the middle"));
    }

    @Test
    void endsAnInstanceWithoutAnEndWhereTheNextBegins() throws Exception {
        String text = IfcDraft.sound().replace("IFCBOOLEAN(.T.),$);", "IFCLABEL('never closed),$)");

        RecordingSink sink = read(text);

        assertThat(sink.solids("elements").features().size()).isEqualTo(1);
        assertThat(sink.diagnostics).anyMatch(d -> d.message().contains("1 instances are damaged"));
    }

    @Test
    void bearsNumbersOutOfThisWorld() throws Exception {
        IfcDraft draft = IfcDraft.metres();
        costsOnlyItself(draft, draft.extrusion(draft.add("IFCARBITRARYCLOSEDPROFILEDEF(.AREA.,$," + draft.add("IFCPOLYLINE(("
                + draft.add("IFCCARTESIANPOINT((1.E999,0.))") + "," + draft.point(1, 0) + "," + draft.point(1, 1) + "))") + ")"), 1), "");
    }

    @Test
    void bearsHugeInstanceNumbers() throws Exception {
        String text = IfcDraft.sound().replaceAll("#(\\d+)", "#20000000$1").replace("#200000001=", "#99999999999999999999=");

        assertThat(read(text).diagnostics).anyMatch(d -> d.message().contains("damaged"));
    }

    @Test
    void readsZippedFiles() throws Exception {
        Path file = zip("model.ifczip", "folder/model.ifc", IfcDraft.sound());

        RecordingSink sink = RecordingSink.read(new IfcImporter(), file, ReadOptions.DEFAULT);

        assertThat(IfcModelReading.volume(sink.solids("elements").polygons(), 0)).isCloseTo(3.3, within(1e-5));
    }

    @Test
    void refusesOtherZipsAndSchemas() throws Exception {
        Path zip = zip("other.ifczip", "readme.txt", "nothing");
        assertThatThrownBy(() -> RecordingSink.read(new IfcImporter(), zip, ReadOptions.DEFAULT)).isInstanceOf(ImportException.class)
                .hasMessageContaining("other.ifczip").hasMessageContaining("no .ifc file");
        assertThatThrownBy(() -> read(IfcDraft.sound().replace("'IFC4'", "'AUTOMOTIVE_DESIGN'"))).isInstanceOf(ImportException.class)
                .hasMessageContaining("AUTOMOTIVE_DESIGN");
    }

    @Test
    void refusesAZipBomb() throws Exception {
        Path bomb = folder.resolve("bomb.ifczip");
        try (OutputStream out = Files.newOutputStream(bomb); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("bomb.ifc"));
            byte[] zeros = new byte[1 << 20];
            long limit = Runtime.getRuntime().maxMemory() / 2;
            for (long written = 0; written < limit; written += zeros.length) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }

        assertThat(SoundReading.of(new IfcImporter(), bomb)).as("refused").isNull();
    }

    private Path zip(String name, String entry, String text) throws Exception {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }
}
