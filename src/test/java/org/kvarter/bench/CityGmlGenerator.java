package org.kvarter.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes big CityGML 2.0 files for benchmarks, as German surveys write them: LoD2 solids whose surfaces are references to the polygons of
 * boundary surfaces that come after, generic attributes, an address; gabled houses and flat blocks in turn, in EPSG:3011. About 7 kB of text
 * per building. The same number of buildings gives the same bytes.
 */
public final class CityGmlGenerator {

    private static final double SPACING = 32;
    private static final double EAST = 150_000;
    private static final double NORTH = 6_570_000;

    private final SplittableRandom random = new SplittableRandom(20_261_128L);
    private final StringBuilder text = new StringBuilder(1 << 14);
    private int surface;

    private CityGmlGenerator() {
    }

    /** Writes a city of {@code buildings} buildings to {@code file}, making its folder. */
    public static Path write(int buildings, Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            new CityGmlGenerator().write(buildings, out);
        }
        return file;
    }

    /** {@code CityGmlGenerator BUILDINGS FILE}. */
    public static void main(String[] args) throws IOException {
        write(Integer.parseInt(args[0]), Path.of(args[1]));
    }

    private void write(int buildings, Writer out) throws IOException {
        int columns = (int) Math.ceil(Math.sqrt(buildings));
        out.write("""
                <?xml version="1.0" encoding="UTF-8"?>
                <core:CityModel xmlns:core="http://www.opengis.net/citygml/2.0" xmlns:gml="http://www.opengis.net/gml"
                  xmlns:bldg="http://www.opengis.net/citygml/building/2.0" xmlns:gen="http://www.opengis.net/citygml/generics/2.0"
                  xmlns:xAL="urn:oasis:names:tc:ciq:xsdschema:xAL:2.0" xmlns:xlink="http://www.w3.org/1999/xlink">
                  <gml:name>Generated city of %d buildings</gml:name>
                  <gml:boundedBy>
                    <gml:Envelope srsName="EPSG:3011" srsDimension="3">
                      <gml:lowerCorner>%.3f %.3f 0</gml:lowerCorner>
                      <gml:upperCorner>%.3f %.3f 60</gml:upperCorner>
                    </gml:Envelope>
                  </gml:boundedBy>
                """.formatted(buildings, EAST, NORTH, EAST + columns * SPACING, NORTH + (buildings / columns + 1) * SPACING));
        for (int b = 0; b < buildings; b++) {
            building(b, EAST + b % columns * SPACING + random.nextDouble() * 4, NORTH + b / columns * SPACING + random.nextDouble() * 4);
            out.append(text);
            text.setLength(0);
        }
        out.write("</core:CityModel>\n");
    }

    private void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values)).append('\n');
    }

    private void building(int number, double x, double y) {
        double ground = 10 + 4 * Math.sin(x / 900) * Math.cos(y / 700);
        double eaves = ground + 3 * (2 + random.nextInt(4));
        double length = 11 + random.nextInt(3);
        double width = 9 + random.nextInt(2);
        boolean gable = number % 3 != 0;
        double ridge = gable ? eaves + width / 2 : eaves;
        surface = 0;
        line("  <core:cityObjectMember>%n    <bldg:Building gml:id=\"BLDG_%08d\">%n      <core:creationDate>2024-05-01</core:creationDate>", number);
        line("      <gen:stringAttribute name=\"Gemeindeschluessel\">%n        <gen:value>05%06d</gen:value>%n      </gen:stringAttribute>", number % 977);
        line("      <gen:measureAttribute name=\"Grundflaeche\">%n        <gen:value uom=\"m2\">%.2f</gen:value>%n      </gen:measureAttribute>", length * width);
        line("      <bldg:function>31001_%d</bldg:function>%n      <bldg:yearOfConstruction>%d</bldg:yearOfConstruction>", 1000 + number % 5, 1880 + number % 140);
        line("      <bldg:roofType>%s</bldg:roofType>%n      <bldg:measuredHeight uom=\"urn:adv:uom:m\">%.3f</bldg:measuredHeight>", gable ? "3100" : "1000", ridge - ground);
        line("      <bldg:lod2Solid>\n        <gml:Solid>\n          <gml:exterior>\n            <gml:CompositeSurface>");
        for (int s = 0; s < (gable ? 7 : 6); s++) {
            line("              <gml:surfaceMember xlink:href=\"#PolyID_%d_%d\"/>", number, s);
        }
        line("            </gml:CompositeSurface>\n          </gml:exterior>\n        </gml:Solid>\n      </bldg:lod2Solid>");
        double[][] low = {{x, y, ground}, {x + length, y, ground}, {x + length, y + width, ground}, {x, y + width, ground}};
        double[][] high = {{x, y, eaves}, {x + length, y, eaves}, {x + length, y + width, eaves}, {x, y + width, eaves}};
        double[][] top = {{x, y + width / 2, ridge}, {x + length, y + width / 2, ridge}};
        face(number, "Ground", low[3], low[2], low[1], low[0]);
        face(number, "Wall", low[0], low[1], high[1], high[0]);
        face(number, "Wall", low[2], low[3], high[3], high[2]);
        if (gable) {
            face(number, "Wall", low[1], low[2], high[2], top[1], high[1]);
            face(number, "Wall", low[3], low[0], high[0], top[0], high[3]);
            face(number, "Roof", high[0], high[1], top[1], top[0]);
            face(number, "Roof", high[2], high[3], top[0], top[1]);
        } else {
            face(number, "Wall", low[1], low[2], high[2], high[1]);
            face(number, "Wall", low[3], low[0], high[0], high[3]);
            face(number, "Roof", high);
        }
        line("      <bldg:address>%n        <core:Address>%n          <core:xalAddress>%n            <xAL:AddressDetails>%n              <xAL:Locality Type=\"Town\">"
                + "%n                <xAL:LocalityName>Town</xAL:LocalityName>%n                <xAL:Thoroughfare Type=\"Street\">"
                + "%n                  <xAL:ThoroughfareNumber>%d</xAL:ThoroughfareNumber>%n                  <xAL:ThoroughfareName>Street %d</xAL:ThoroughfareName>"
                + "%n                </xAL:Thoroughfare>%n              </xAL:Locality>%n            </xAL:AddressDetails>%n          </core:xalAddress>"
                + "%n        </core:Address>%n      </bldg:address>", number % 40, number / 40);
        line("    </bldg:Building>\n  </core:cityObjectMember>");
    }

    private void face(int building, String kind, double[]... corners) {
        line("      <bldg:boundedBy>%n        <bldg:%sSurface gml:id=\"UUID_%d_%d\">%n          <bldg:lod2MultiSurface>%n            <gml:MultiSurface>"
                + "%n              <gml:surfaceMember>%n                <gml:Polygon gml:id=\"PolyID_%d_%d\">%n                  <gml:exterior>"
                + "%n                    <gml:LinearRing gml:id=\"Ring_%d_%d\">", kind, building, surface, building, surface, building, surface);
        text.append("                      <gml:posList>");
        for (int c = 0; c <= corners.length; c++) {
            for (double value : corners[c % corners.length]) {
                long mm = Math.round(value * 1000);
                text.append(mm / 1000).append('.').append(String.valueOf(1000 + mm % 1000), 1, 4).append(' ');
            }
        }
        text.setLength(text.length() - 1);
        text.append("</gml:posList>\n");
        line("                    </gml:LinearRing>\n                  </gml:exterior>\n                </gml:Polygon>\n              </gml:surfaceMember>"
                + "\n            </gml:MultiSurface>\n          </bldg:lod2MultiSurface>\n        </bldg:" + kind + "Surface>\n      </bldg:boundedBy>");
        surface++;
    }
}
