package org.kvarter.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Makes big CityJSON 2.0 files for benchmarks: LoD 2.2 solids with semantic surfaces and attributes, closed and outward-facing, in
 * EPSG:3011. Gabled houses, blocks with bays, and blocks around a courtyard in a fixed mixture: about 44 triangles and 1.7 kB of
 * text per building, so that 54,592 buildings make a file of the size of a whole European town. The same number of buildings and
 * seed give the same bytes.
 */
public final class CityGenerator {

    /** As many as the largest city of the speed table. */
    public static final int TOWN = 54_592;

    private static final int SPACING_MM = 32_000;
    private static final double ORIGIN_EAST = 150_000;
    private static final double ORIGIN_NORTH = 6_570_000;
    private static final String[] FUNCTIONS = {"residential", "residential", "residential", "office", "retail", "school"};

    private final int buildings;
    private final SplittableRandom random;
    private final Writer out;
    private int[] vertices = new int[1 << 16];
    private int vertexCount;

    private CityGenerator(int buildings, long seed, Writer out) {
        this.buildings = buildings;
        this.random = new SplittableRandom(seed);
        this.out = out;
    }

    /** Writes a city of {@code buildings} buildings to {@code file}, making its folder. */
    public static Path write(int buildings, Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            new CityGenerator(buildings, 20_261_122L, out).write();
        }
        return file;
    }

    /** {@code CityGenerator BUILDINGS FILE}. */
    public static void main(String[] args) throws IOException {
        write(Integer.parseInt(args[0]), Path.of(args[1]));
    }

    private void write() throws IOException {
        out.write("{\"type\":\"CityJSON\",\"version\":\"2.0\",\"metadata\":{\"title\":\"Generated city of " + buildings
                + " buildings\",\"referenceSystem\":\"https://www.opengis.net/def/crs/EPSG/0/3011\"},\"transform\":{\"scale\":"
                + "[0.001,0.001,0.001],\"translate\":[" + ORIGIN_EAST + "," + ORIGIN_NORTH + ",0.0]},\"CityObjects\":{");
        int columns = (int) Math.ceil(Math.sqrt(buildings));
        for (int b = 0; b < buildings; b++) {
            if (b > 0) {
                out.write(",\n");
            }
            building(b, b % columns, b / columns);
        }
        out.write("},\n\"vertices\":[");
        for (int v = 0; v < vertexCount; v++) {
            out.write((v == 0 ? "[" : ",[") + vertices[3 * v] + "," + vertices[3 * v + 1] + "," + vertices[3 * v + 2] + "]");
        }
        out.write("]}\n");
    }

    private void building(int number, int column, int row) throws IOException {
        int x = column * SPACING_MM + random.nextInt(4000);
        int y = row * SPACING_MM + random.nextInt(4000);
        double turn = 0.4 * Math.sin(column / 17.0) + 0.3 * Math.cos(row / 13.0);
        int ground = (int) Math.round(4000 * (1 + Math.sin(column / 40.0) * Math.cos(row / 31.0)));
        int storeys = 2 + random.nextInt(5);
        int eaves = ground + storeys * 3000;
        Solid solid = switch (number % 8) {
            case 0 -> gabled(x, y, turn, ground, eaves);
            case 1, 5 -> courtyard(x, y, turn, ground, eaves);
            default -> block(x, y, turn, ground, eaves, 10 + 2 * random.nextInt(4));
        };
        out.write(String.format(Locale.ROOT, "\"building-%06d\":{\"type\":\"Building\",\"attributes\":{\"function\":\"%s\","
                + "\"yearOfConstruction\":%d,\"measuredHeight\":%.2f,\"storeysAboveGround\":%d,\"energyClass\":\"%s\","
                + "\"floorArea\":%.1f,\"roofType\":\"%s\",\"operatorCode\":\"K%05d\","
                + "\"heatSource\":\"district heating\",\"heightSource\":\"airborne laser scanning\",\"owner\":\"Housing association %d\"},\"address\":[{\"ThoroughfareName\":"
                + "\"Street %d\",\"ThoroughfareNumber\":\"%d\",\"Locality\":\"Town\"}],\"geometry\":[{\"type\":\"Solid\",\"lod\":\"2.2\","
                + "\"boundaries\":[[%s]],\"semantics\":{\"surfaces\":[{\"type\":\"GroundSurface\"},{\"type\":\"WallSurface\"},"
                + "{\"type\":\"RoofSurface\"}],\"values\":[[%s]]}}]}",
                number, FUNCTIONS[random.nextInt(FUNCTIONS.length)], 1880 + random.nextInt(145), (eaves - ground) / 1000.0, storeys,
                "ABCDEFG".charAt(random.nextInt(7)), storeys * 120.0 + random.nextInt(800) / 10.0, solid.roof, number, number % 97, row, column,
                solid.boundaries, solid.semantics));
    }

    private static final class Solid {
        final StringBuilder boundaries = new StringBuilder(512);
        final StringBuilder semantics = new StringBuilder(64);
        String roof = "flat";

        void face(int semantic, int[]... rings) {
            boundaries.append(boundaries.length() == 0 ? "[" : ",[");
            for (int r = 0; r < rings.length; r++) {
                boundaries.append(r == 0 ? "[" : ",[");
                for (int i = 0; i < rings[r].length; i++) {
                    boundaries.append(i == 0 ? "" : ",").append(rings[r][i]);
                }
                boundaries.append(']');
            }
            boundaries.append(']');
            semantics.append(semantics.length() == 0 ? "" : ",").append(semantic);
        }
    }

    /** A rectangle under a gable: seven faces. */
    private Solid gabled(int x, int y, double turn, int ground, int eaves) {
        int length = 10_000 + random.nextInt(4000);
        int width = 8_000 + random.nextInt(2000);
        int ridge = eaves + width / 2;
        int[] low = ring(x, y, turn, ground, 0, 0, length, 0, length, width, 0, width);
        int[] high = ring(x, y, turn, eaves, 0, 0, length, 0, length, width, 0, width);
        int[] top = ring(x, y, turn, ridge, 0, width / 2, length, width / 2);
        Solid solid = new Solid();
        solid.roof = "gable";
        solid.face(0, reversed(low));
        solid.face(1, new int[] {low[0], low[1], high[1], high[0]});
        solid.face(1, new int[] {low[1], low[2], high[2], top[1], high[1]});
        solid.face(1, new int[] {low[2], low[3], high[3], high[2]});
        solid.face(1, new int[] {low[3], low[0], high[0], top[0], high[3]});
        solid.face(2, new int[] {high[0], high[1], top[1], top[0]});
        solid.face(2, new int[] {high[2], high[3], top[0], top[1]});
        return solid;
    }

    /** A flat-roofed block whose street side has bays; {@code corners} ≥ 8, even. */
    private Solid block(int x, int y, double turn, int ground, int eaves, int corners) {
        int bays = (corners - 4) / 2;
        int step = 18_000 / (bays + 1);
        int[] plan = new int[2 * corners];
        int at = 0;
        plan[at++] = 0;
        plan[at++] = 12_000;
        plan[at++] = 0;
        plan[at++] = 0;
        for (int b = 0; b < bays; b++) {
            int edge = (b + 1) * step;
            boolean out = b % 2 == 0;
            plan[at++] = edge;
            plan[at++] = out ? 0 : -1200;
            plan[at++] = edge;
            plan[at++] = out ? -1200 : 0;
        }
        plan[at++] = 18_000;
        plan[at++] = bays % 2 == 0 ? 0 : -1200;
        plan[at++] = 18_000;
        plan[at] = 12_000;
        Solid solid = new Solid();
        extrude(solid, x, y, turn, ground, eaves, plan, null);
        return solid;
    }

    private Solid courtyard(int x, int y, double turn, int ground, int eaves) {
        int size = 20_000 + random.nextInt(4000);
        int wing = 6_000 + random.nextInt(1500);
        int inner = size - wing;
        Solid solid = new Solid();
        extrude(solid, x, y, turn, ground, eaves, new int[] {0, 0, size, 0, size, size, 0, size},
                new int[] {wing, wing, wing, inner, inner, inner, inner, wing});
        return solid;
    }

    private void extrude(Solid solid, int x, int y, double turn, int ground, int eaves, int[] plan, int[] hole) {
        int[] low = ring(x, y, turn, ground, plan);
        int[] high = ring(x, y, turn, eaves, plan);
        int[] holeLow = hole == null ? null : ring(x, y, turn, ground, hole);
        int[] holeHigh = hole == null ? null : ring(x, y, turn, eaves, hole);
        solid.face(0, hole == null ? new int[][] {reversed(low)} : new int[][] {reversed(low), reversed(holeLow)});
        walls(solid, low, high);
        if (hole != null) {
            walls(solid, holeLow, holeHigh);
        }
        solid.face(2, hole == null ? new int[][] {high} : new int[][] {high, holeHigh});
    }

    private static void walls(Solid solid, int[] low, int[] high) {
        for (int i = 0; i < low.length; i++) {
            int next = (i + 1) % low.length;
            solid.face(1, new int[] {low[i], low[next], high[next], high[i]});
        }
    }

    /** Vertices of a plan turned and put at a height; their numbers. */
    private int[] ring(int x, int y, double turn, int height, int... plan) {
        int[] numbers = new int[plan.length / 2];
        double cos = Math.cos(turn);
        double sin = Math.sin(turn);
        for (int i = 0; i < numbers.length; i++) {
            double px = plan[2 * i];
            double py = plan[2 * i + 1];
            numbers[i] = vertex((int) Math.round(x + cos * px - sin * py), (int) Math.round(y + sin * px + cos * py), height);
        }
        return numbers;
    }

    private int vertex(int x, int y, int z) {
        if (3 * vertexCount + 3 > vertices.length) {
            vertices = Arrays.copyOf(vertices, 2 * vertices.length);
        }
        vertices[3 * vertexCount] = x;
        vertices[3 * vertexCount + 1] = y;
        vertices[3 * vertexCount + 2] = z;
        return vertexCount++;
    }

    private static int[] reversed(int[] ring) {
        int[] other = new int[ring.length];
        for (int i = 0; i < ring.length; i++) {
            other[i] = ring[ring.length - 1 - i];
        }
        return other;
    }
}
