package org.kvarter.exporting;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.LocalFrame;
import org.kvarter.task.Progress;

/**
 * Writes Wavefront OBJ with z upwards, in local metres: one object per feature, one material per colour in an MTL file beside it. The
 * head says where zero stands.
 */
final class ObjWriter {

    private ObjWriter() {
    }

    static ExportReport write(Scene scene, Path file, Path named, Progress progress) throws IOException {
        String stem = named.getFileName().toString().replaceFirst("(?i)\\.obj$", "");
        TreeSet<Integer> colours = new TreeSet<>();
        int[] features = new int[1];
        long[] triangles = new long[1];
        LocalFrame frame = scene.frame();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.format(Locale.ROOT, "# Kvarter. Zero stands at %s E %.3f N %.3f H %.3f; metres, z upwards.%nmtllib %s.mtl%n", frame.crs(),
                    frame.originEast(), frame.originNorth(), frame.originHeight(), stem));
            for (Credit credit : scene.solidCredits()) {
                for (String line : credit.sentences()) {
                    out.write("# " + line.replaceAll("\\R", " ") + "\n");
                }
            }
            int[] base = {1};
            Map<TileMesh, int[]> numbersOf = new IdentityHashMap<>(1);
            Solids.<IOException>visit(scene, progress, (layer, row, tile, first, end) -> {
                features[0]++;
                out.write("o " + layer.features().ids()[row].replaceAll("\\s+", "_") + "\n");
                if (!numbersOf.containsKey(tile)) {
                    numbersOf.clear(); // tiles come one after the other, and no two features share a point
                    numbersOf.put(tile, new int[tile.points().length / 3]);
                }
                int[] numbers = numbersOf.get(tile);
                StringBuilder faces = new StringBuilder();
                for (int part = first; part < end; part++) {
                    int argb = scene.colours().argb(layer, tile.parts(), part);
                    colours.add(argb);
                    faces.append("usemtl ").append(name(argb)).append('\n');
                    for (int c = 3 * tile.firstTriangle(part); c < 3 * tile.partTriangleEnds()[part]; c++) {
                        int point = tile.corners()[c];
                        if (numbers[point] == 0) {
                            numbers[point] = base[0]++;
                            out.write(vertex(tile, point));
                        }
                        faces.append(c % 3 == 0 ? "f " : " ").append(numbers[point]).append(c % 3 == 2 ? "\n" : "");
                    }
                    triangles[0] += tile.partTriangleEnds()[part] - tile.firstTriangle(part);
                }
                out.write(faces.toString());
            });
        }
        try (BufferedWriter out = Files.newBufferedWriter(named.resolveSibling(stem + ".mtl"))) {
            for (int argb : colours) {
                out.write(String.format(Locale.ROOT, "newmtl %s%nKd %.4f %.4f %.4f%nd %.3f%n", name(argb), (argb >> 16 & 255) / 255.0,
                        (argb >> 8 & 255) / 255.0, (argb & 255) / 255.0, (argb >>> 24) / 255.0));
            }
        }
        return new ExportReport(features[0], triangles[0], Solids.others(scene));
    }

    private static String vertex(TileMesh tile, int point) {
        return String.format(Locale.ROOT, "v %.3f %.3f %.3f%n", tile.points()[3 * point], tile.points()[3 * point + 1], tile.points()[3 * point + 2]);
    }

    private static String name(int argb) {
        return String.format(Locale.ROOT, "c%08x", argb);
    }
}
