package org.kvarter.importing.citygml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.importing.citygml.Gml.in;
import static org.kvarter.importing.citygml.Gml.multi;
import static org.kvarter.importing.citygml.Gml.object;
import static org.kvarter.importing.citygml.Gml.ref;
import static org.kvarter.importing.citygml.Gml.solid;
import static org.kvarter.importing.citygml.Gml.square;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;
import org.kvarter.importing.SoundReading;

/** A valid document that uses everything the reader knows, changed at random: whatever comes of it is sound, or refused in a sentence. */
class CityGmlFuzzTest {

    private static final ReadOptions BOX = new ReadOptions(Optional.of("1"), Optional.of(new double[] {2, 2, 12, 12}),
            Map.of("layers", "Building,SolitaryVegetationObject,Road", "interior", "true"));
    private static final String[] STRANGE = {"", "0", "-1", "1e400", "NaN", "x", "1 2", "1 2 3 4 5 6 7", "2022-13-01", "#", "#p", "EPSG:4326",
        "urn:ogc:def:crs:EPSG::3006", "99999999999999999999", "\u0001", "&#xFFFE;", "true", "file.csv", "../x", "2"};
    private static final Pattern ELEMENT = Pattern.compile("<([\\w:]+)(?: [^<>]*)?>([^<>]*)</\\1>");
    private static final Pattern NAME = Pattern.compile("</?(\\w+:\\w+)");

    private static Path folder;

    @BeforeContainer
    static void start() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        folder = Files.createTempDirectory("fuzz");
    }

    @AfterContainer
    static void end() throws IOException {
        Files.deleteIfExists(folder.resolve("fuzz.gml"));
        Files.delete(folder);
    }

    private static String everything() {
        String material = in("app:Appearance", in("app:surfaceDataMember", in("app:X3DMaterial", in("app:diffuseColor", "1 0.5 0"),
                in("app:transparency", "0.5"), in("app:target", "#p"))), in("app:surfaceDataMember", in("app:ParameterizedTexture",
                "<app:target uri=\"#q\"/>")));
        String triangle = in("gml:Triangle", in("gml:exterior", in("gml:LinearRing", in("gml:posList", "0 0 1 9 0 2 0 9 3 0 0 1"))));
        String demand = in("energy:demands", in("energy:EnergyDemand", in("energy:energyAmount", in("energy:RegularTimeSeries",
                in("energy:temporalExtent", in("gml:TimePeriod", in("gml:beginPosition", "2022-01-01T00:00:00"), in("gml:endPosition", "2022-01-02"))),
                "<energy:timeInterval unit=\"hour\">1</energy:timeInterval>", "<energy:values uom=\"kWh\">1 2 3</energy:values>")),
                in("energy:endUse", "heat")));
        String dynamizer = in("dyn:Dynamizer", in("dyn:attributeRef", "//x[@gml:id='b']/y"), in("dyn:dynamicData", in("dyn:GenericTimeseries",
                in("dyn:uom", "kW"), in("dyn:timestamp", "2022-01-01T00:00:00"), in("dyn:doubleValue", "5"), in("dyn:timestamp", "2022-01-03"),
                in("dyn:doubleValue", "6"))));
        String tree = in("veg:lod1ImplicitRepresentation", in("core:ImplicitGeometry", in("core:transformationMatrix", "1 0 0 0 0 1 0 0 0 0 1 0 0 0 0 1"),
                in("core:relativeGMLGeometry", multi(square("leaf", 0, 0, 4))), in("core:referencePoint", in("gml:Point", in("gml:pos", "5 5 1")))));
        return Gml.of("2.0").root(in("app:appearanceMember", material)).member(object("bldg:Building", "b",
                "<bldg:measuredHeight uom=\"m\">9</bldg:measuredHeight>", "<gen:stringAttribute name=\"k\"><gen:value>v</gen:value></gen:stringAttribute>",
                in("bldg:address", in("core:Address", in("xAL:LocalityName", "Town"))), demand, in("app:appearance", material),
                in("bldg:lod0FootPrint", multi(square("f", 0, 0, 0))),
                in("bldg:lod2Solid", solid(ref("gml:surfaceMember", "p"), square("q", 0, 0, 0), ref("gml:surfaceMember", "other"))),
                in("bldg:boundedBy", object("bldg:RoofSurface", "r", in("bldg:lod2MultiSurface", multi(square("p", 0, 0, 5))),
                        in("bldg:opening", object("bldg:Window", "w", in("bldg:lod3MultiSurface", multi(square("o", 1, 1, 5))))))),
                in("bldg:interiorRoom", object("bldg:Room", "room", in("bldg:lod4MultiSurface", multi(square("s", 2, 2, 1)))))))
                .member(object("bldg:Building", "c", in("bldg:lod1MultiSurface", "<gml:MultiSurface srsName=\"EPSG:25833\">" + in("gml:surfaceMember",
                        "<gml:OrientableSurface orientation=\"-\">" + in("gml:baseSurface", square("other", 30, 0, 5)) + "</gml:OrientableSurface>")
                        + "</gml:MultiSurface>")))
                .member(object("veg:SolitaryVegetationObject", "t", tree)).member(dynamizer)
                .member(object("tran:Road", "road", in("tran:lod0Network", in("gml:LineString", "<gml:posList srsDimension=\"2\">0 0 9 9</gml:posList>"))))
                .member(object("dem:ReliefFeature", "rf", in("dem:reliefComponent", in("dem:TINRelief", in("dem:lod", "1"), in("dem:tin",
                        in("gml:TriangulatedSurface", in("gml:trianglePatches", triangle))))), in("dem:reliefComponent", in("dem:MassPointRelief",
                        in("dem:lod", "1"), in("gml:MultiPoint", in("gml:pos", "1 1 1"), in("gml:pos", "5 1 1"), in("gml:pos", "1 5 1"))))))
                .member(object("grp:CityObjectGroup", "g", ref("grp:groupMember", "b"))).toString();
    }

    private static void read(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("fuzz.gml"), bytes);
        SoundReading.of(new CityGmlImporter(), file);
        SoundReading.of(new CityGmlImporter(), file, BOX);
    }

    @Example
    void everythingIsReadWhereNothingIsChanged() throws IOException {
        Path file = Files.writeString(folder.resolve("fuzz.gml"), everything());
        RecordingSink sink = SoundReading.of(new CityGmlImporter(), file);
        assertThat(sink.solids).hasSize(4);
        assertThat(sink.vectors).hasSize(1);
        assertThat(sink.elevations).hasSize(1);
        assertThat(sink.series).hasSize(2);
    }

    @Property(tries = 120, seed = "20261128", shrinking = ShrinkingMode.OFF)
    void bearsStrangeValuesAndNamesAnywhere(@ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int changes) throws IOException {
        Random random = new Random(seed);
        String text = everything();
        for (int i = 0; i < changes; i++) {
            text = random.nextBoolean() ? otherValue(text, random) : otherName(text, random);
        }
        read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String otherValue(String text, Random random) {
        List<int[]> places = new ArrayList<>();
        for (Matcher m = ELEMENT.matcher(text); m.find();) {
            places.add(new int[] {m.start(2), m.end(2)});
        }
        int[] place = places.get(random.nextInt(places.size()));
        return text.substring(0, place[0]) + STRANGE[random.nextInt(STRANGE.length)] + text.substring(place[1]);
    }

    /** All elements of one name get that of another, so that the document stays well-formed. */
    private static String otherName(String text, Random random) {
        List<String> names = new ArrayList<>();
        for (Matcher m = NAME.matcher(text); m.find();) {
            names.add(m.group(1));
        }
        String from = names.get(random.nextInt(names.size()));
        String to = names.get(random.nextInt(names.size()));
        return text.replaceAll("(</?)" + from + "(?=[\\s>/])", "$1" + to);
    }

    @Property(tries = 120, seed = "20261128", shrinking = ShrinkingMode.OFF)
    void bearsStrangeBytesAnywhere(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        byte[] bytes = everything().getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "<>/\"&#: 0".charAt(random.nextInt(9));
                default -> System.arraycopy(bytes, random.nextInt(bytes.length - 40), bytes, Math.min(at, bytes.length - 40), 40);
            }
        }
        read(bytes);
    }
}
