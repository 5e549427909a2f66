package org.kvarter.importing.ifc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SoundReading;

/** A valid model with references, numbers, lines and bytes changed at random: whatever comes of it is sound, or refused in a sentence. */
class IfcFuzzTest {

    private static final String[] LINES = {"#1=IFCWALL($,$,$,$,$,$,$,$,$);", "#5=;", "#=IFCWALL();", "#7=IFCPOLYLINE((#7));", "/* never closed", "DATA;", "ENDSEC;",
        "#9=(IFCA()IFCB());", "#3=IFCCARTESIANPOINT(());", "#3=IFCCARTESIANPOINT((1.E400,-1.E400,.));", "#99999999999=IFCDIRECTION((0.,0.,0.));",
        "#4=IFCLOCALPLACEMENT(#4,#4);", "#8=IFCMAPCONVERSION(#1,#2,$,$,$,$,$,$);", "'", "#12=IFCWALL('" + "x".repeat(3000) + "'"};

    private static Path folder;
    private static String model;

    @BeforeContainer
    static void start() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        folder = Files.createTempDirectory("fuzz");
        IfcDraft draft = IfcDraft.at("(59,20,0,0),(18,0,0,0),12.", "0.,1.");
        String place = draft.place(0, 0, 0);
        String plane = draft.add("IFCPLANE(" + draft.axis(0, 0, 2) + ")");
        String cut = draft.add("IFCBOOLEANCLIPPINGRESULT(.DIFFERENCE.," + draft.box(4, 0.3, 3) + ","
                + draft.add("IFCPOLYGONALBOUNDEDHALFSPACE(" + plane + ",.F.," + draft.axis(1, 0, 0) + ","
                + draft.polyline(0, -1, 2, -1, 2, 1, 0, 1, 0, -1) + ")") + ")");
        String wall = draft.element("IFCWALL", "wall", place, cut);
        draft.opening(wall, place, 1, -0.1, 0.5, draft.box(1, 0.5, 1));
        String points = draft.add("IFCCARTESIANPOINTLIST3D(((0.,0.,0.),(1.,0.,0.),(0.,1.,0.),(0.,0.,1.)))");
        draft.element("IFCFURNITURE", "chair", draft.place(1, 1, 0), draft.add("IFCTRIANGULATEDFACESET(" + points
                + ",$,.T.,((1,3,2),(1,2,4),(2,3,4),(3,1,4)),$)"), draft.add("IFCSPHERE(" + draft.axis(0, 0, 0) + ",0.3)"));
        draft.propertySet("Pset_WallCommon", wall, "IFCPROPERTYSINGLEVALUE('IsExternal',$,IFCBOOLEAN(.T.),$)");
        draft.element("IFCSPACE", "room", place, draft.extrusion(draft.add("IFCCIRCLEPROFILEDEF(.AREA.,$,$,0.5)"), 2));
        model = draft.text();
    }

    @AfterContainer
    static void end() throws IOException {
        Files.deleteIfExists(folder.resolve("fuzz.ifc"));
        Files.delete(folder);
    }

    @Property(tries = 400, seed = "20261128", shrinking = ShrinkingMode.OFF)
    void bearsStrangeReferencesLinesAndBytes(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        Path file = Files.write(folder.resolve("fuzz.ifc"), damaged(random));

        SoundReading.of(new IfcImporter(), file, ReadOptions.DEFAULT);
        SoundReading.of(new IfcImporter(), file, new ReadOptions(Optional.empty(), Optional.of(new double[] {0, 0, 5, 5}),
                Map.of("georeference", random.nextBoolean() ? "none" : "sideways")));
    }

    private static byte[] damaged(Random random) {
        List<String> lines = new ArrayList<>(model.lines().toList());
        for (int n = 1 + random.nextInt(4); n > 0; n--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(5)) {
                case 0 -> lines.add(at, LINES[random.nextInt(LINES.length)]);
                case 1 -> lines.remove(at);
                case 2 -> lines.set(at, line.replaceFirst("([(,])#\\d+", "$1#" + random.nextInt(lines.size())));
                case 3 -> lines.set(at, line.replaceFirst("([(,])-?[0-9.]+", "$1" + (random.nextBoolean() ? "-1.E30" : "0.")));
                default -> lines.set(at, line.replaceFirst("=IFC[A-Z0-9]+", "=" + type(lines.get(random.nextInt(lines.size())))));
            }
        }
        byte[] bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        for (int n = random.nextInt(4); n > 0; n--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static String type(String line) {
        int from = line.indexOf("=IFC");
        return from < 0 ? "IFCWALL" : line.substring(from + 1, line.indexOf('('));
    }
}
