package org.kvarter.importing.ply;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.model.Severity;
import org.kvarter.model.Texture;

/** Turns the elements of a PLY file into vertices and faces. */
final class PlyMesh {

    private static final int MOST_CORNERS = 100_000;
    private static final int EVERY = 65_536;

    private final ModelLayer layer;
    private final PlyHeader header;
    private final PlyValues values;
    private final IntList colours;
    private final DoubleList places;
    private Optional<Texture> texture = Optional.empty();
    private int vertexCount;
    private int feature = -1;
    private double[] list = new double[16];
    private int listSize;
    private int[] corners = new int[16];
    private int cornerCount;
    private double[] faceUv = new double[0];

    PlyMesh(ModelLayer layer, PlyHeader header, PlyValues values) {
        this.layer = layer;
        this.header = header;
        this.values = values;
        this.colours = new IntList(layer.budget());
        this.places = new DoubleList(layer.budget());
    }

    void read() throws IOException {
        texture = header.texture().isEmpty() ? Optional.empty() : layer.pictures().find(header.texture());
        boolean faces = false;
        for (PlyHeader.Element element : header.elements()) {
            switch (element.name()) {
                case "vertex" -> vertices(element);
                case "face", "tristrips" -> {
                    feature = feature < 0 ? layer.feature(layer.fileName().replaceFirst("(?i)\\.ply$", ""), "mesh", -1) : feature;
                    faces(element);
                    faces |= element.count() > 0;
                }
                default -> skip(element);
            }
        }
        if (!faces && vertexCount > 0) {
            layer.problem(Severity.WARNING, "ply.points", "", vertexCount);
        }
    }

    private void skip(PlyHeader.Element element) throws IOException {
        for (long i = 0; i < element.count() && !element.properties().isEmpty(); i++) {
            for (PlyHeader.Property property : element.properties()) {
                value(property);
            }
            tick(i);
        }
        layer.problem(Severity.INFO, "ply.format", "", element.name());
    }

    /** A single value, or the last of a list, which then stands in {@link #list}. */
    private double value(PlyHeader.Property property) throws IOException {
        listSize = 0;
        if (property.count() == null) {
            return values.next(property.type());
        }
        double count = values.next(property.count());
        if (!(count >= 0 && count <= Integer.MAX_VALUE / 2.0)) {
            throw new DamagedModelException(property.name());
        }
        double last = 0;
        for (int i = 0; i < (int) count; i++) {
            last = values.next(property.type());
            if (i < MOST_CORNERS) {
                if (i == list.length) {
                    list = java.util.Arrays.copyOf(list, 2 * i);
                }
                list[i] = last;
                listSize = i + 1;
            }
        }
        return last;
    }

    private void tick(long i) {
        if (i % EVERY == 0) {
            layer.progress().checkCancelled();
        }
    }

    private void vertices(PlyHeader.Element element) throws IOException {
        List<PlyHeader.Property> properties = element.properties();
        boolean placed = properties.stream().anyMatch(p -> p.name().equals("u") || p.name().equals("s") || p.name().equals("texture_u"));
        for (long i = 0; i < element.count() && !properties.isEmpty(); i++) {
            double[] xyz = new double[3];
            double[] uv = new double[2];
            int argb = 0;
            for (PlyHeader.Property property : properties) {
                double value = value(property);
                switch (property.name()) {
                    case "x" -> xyz[0] = value;
                    case "y" -> xyz[1] = value;
                    case "z" -> xyz[2] = value;
                    case "u", "s", "texture_u" -> uv[0] = value;
                    case "v", "t", "texture_v" -> uv[1] = value;
                    default -> argb = colour(argb, property, value);
                }
            }
            layer.vertex(xyz[0], xyz[1], xyz[2]);
            vertexCount++;
            if (argb != 0) {
                colours.resize(vertexCount - 1, 0);
                colours.add(argb);
            }
            if (placed) {
                places.add(uv[0], uv[1], 0);
            }
            tick(i);
        }
    }

    private static int colour(int argb, PlyHeader.Property property, double value) {
        boolean share = property.type() == PlyHeader.Type.FLOAT32 || property.type() == PlyHeader.Type.FLOAT64;
        int channel = (int) Math.max(0, Math.min(255, Math.round(share ? 255 * value : value)));
        return switch (property.name()) {
            case "red", "r", "diffuse_red" -> argb | 0xFF000000 | channel << 16;
            case "green", "g", "diffuse_green" -> argb | 0xFF000000 | channel << 8;
            case "blue", "b", "diffuse_blue" -> argb | 0xFF000000 | channel;
            default -> argb;
        };
    }

    private void faces(PlyHeader.Element element) throws IOException {
        boolean strips = element.name().equals("tristrips");
        for (long i = 0; i < element.count() && !element.properties().isEmpty(); i++) {
            cornerCount = 0;
            faceUv = new double[0];
            int argb = 0;
            for (PlyHeader.Property property : element.properties()) {
                double value = value(property);
                if (property.name().equals("vertex_indices") || property.name().equals("vertex_index")) {
                    takeCorners();
                } else if (property.name().equals("texcoord") && listSize >= 6) {
                    faceUv = java.util.Arrays.copyOf(list, listSize);
                } else if (property.count() == null) {
                    argb = colour(argb, property, value);
                }
            }
            if (strips) {
                strip();
            } else {
                face(argb, corners, 0, cornerCount);
            }
            tick(i);
        }
    }

    private void takeCorners() {
        if (corners.length < listSize) {
            corners = new int[Math.max(listSize, 2 * corners.length)];
        }
        for (int k = 0; k < listSize; k++) {
            corners[k] = list[k] >= 0 && list[k] < Integer.MAX_VALUE ? (int) list[k] : -1;
        }
        cornerCount = listSize;
    }

    /** Triangles of a strip; −1 begins the next. */
    private void strip() {
        int start = 0;
        int[] triangle = new int[3];
        for (int k = 0; k < cornerCount; k++) {
            if (corners[k] < 0) {
                start = k + 1;
            } else if (k - start >= 2) {
                boolean odd = (k - start) % 2 == 1;
                triangle[0] = corners[odd ? k - 1 : k - 2];
                triangle[1] = corners[odd ? k - 2 : k - 1];
                triangle[2] = corners[k];
                if (triangle[0] != triangle[1] && triangle[1] != triangle[2] && triangle[0] != triangle[2]) {
                    face(0, triangle, 0, 3);
                }
            }
        }
    }

    private void face(int argb, int[] ring, int from, int to) {
        for (int k = from; k < to; k++) {
            if (ring[k] < 0 || ring[k] >= vertexCount) {
                layer.problem(Severity.WARNING, "face.indexRange", "", vertexCount);
                return;
            }
        }
        boolean ofFace = texture.isPresent() && faceUv.length == 2 * (to - from);
        boolean ofVertices = texture.isPresent() && places.size() == 3 * vertexCount;
        long[] mean = new long[4];
        for (int k = from; k < to; k++) {
            if (ofFace) {
                layer.polygons().corner(ring[k], (float) faceUv[2 * (k - from)], (float) (1 - faceUv[2 * (k - from) + 1]));
            } else if (ofVertices) {
                layer.polygons().corner(ring[k], (float) places.get(3 * ring[k]), (float) (1 - places.get(3 * ring[k] + 1)));
            } else {
                layer.polygons().corner(ring[k]);
            }
            int colour = ring[k] < colours.size() ? colours.get(ring[k]) : 0;
            if (colour != 0) {
                mean[0]++;
                mean[1] += colour >> 16 & 255;
                mean[2] += colour >> 8 & 255;
                mean[3] += colour & 255;
            }
        }
        int shown = argb != 0 ? argb : mean[0] == 0 ? 0 : rounded(mean);
        if (!layer.polygons().endRing() || !layer.endPolygon(feature, shown)) {
            layer.problem(Severity.INFO, "face.degenerate", "");
        } else if (ofFace || ofVertices) {
            layer.polygons().texture(texture.get());
        }
    }

    /** To steps of eight, so that neighbours of nearly one colour become one part. */
    private static int rounded(long[] mean) {
        int argb = 0xFF;
        for (int k = 1; k <= 3; k++) {
            argb = argb << 8 | (int) Math.min(255, (mean[k] / mean[0] + 4) / 8 * 8);
        }
        return argb;
    }
}
