package org.kvarter.importing.tiles3d;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.kvarter.geo.Geocentric;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.models.ModelLayer;
import org.kvarter.importing.models.Placer;
import org.kvarter.importing.models.UpAxis;
import org.kvarter.importing.models.gltf.GltfDocument;
import org.kvarter.importing.models.gltf.GltfScene;
import org.kvarter.importing.models.gltf.IdFeatures;
import org.kvarter.model.Severity;

/** Reads the contents of tiles into the layer, whose coordinates become geographic where they turn out to be earth-centred. */
final class TileContent {

    private static final int DEEPEST = 8;

    private final ModelLayer layer;
    /** Whether coordinates are earth-centred; {@code null} before the first one. */
    private Boolean geocentric;
    private double heightOffset;

    TileContent(ModelLayer layer) {
        this.layer = layer;
        try {
            this.heightOffset = layer.options().setting("heightOffset").map(Double::parseDouble).orElse(0.0);
        } catch (NumberFormatException e) {
            this.heightOffset = 0;
        }
    }

    void read(Path file, Matrix matrix, boolean zUp) throws IOException, ImportException {
        layer.progress().checkCancelled();
        if (Files.size(file) > Integer.MAX_VALUE - 16) {
            throw new MemoryBudget.ExceededException();
        }
        tile(ByteBuffer.wrap(Files.readAllBytes(file)), file, matrix, zUp, 0);
    }

    private void tile(ByteBuffer bytes, Path file, Matrix matrix, boolean zUp, int depth) throws IOException, ImportException {
        ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (depth > DEEPEST || in.limit() < 12) {
            throw new DamagedModelException(file.getFileName().toString());
        }
        byte[] magic = new byte[4];
        in.get(0, magic);
        switch (new String(magic, StandardCharsets.ISO_8859_1)) {
            case "b3dm" -> batched(in, file, matrix, zUp);
            case "i3dm" -> instanced(in, file, matrix, zUp);
            case "cmpt" -> composite(in, file, matrix, zUp, depth);
            case "pnts" -> layer.problem(Severity.WARNING, "tiles.points", "", file.getFileName().toString());
            default -> scene(in, file, matrix, zUp, null);
        }
    }

    /** The four parts of a table that follow a head of {@code at} bytes: two pairs of JSON and binary; then the rest. */
    private static ByteBuffer[] parts(ByteBuffer in, int at, Path file) throws DamagedModelException {
        ByteBuffer[] parts = new ByteBuffer[5];
        long from = at;
        for (int i = 0; i < 4; i++) {
            long length = in.getInt(12 + 4 * i) & 0xFFFFFFFFL;
            if (from + length > in.limit()) {
                throw new DamagedModelException(file.getFileName().toString());
            }
            parts[i] = in.slice((int) from, (int) length);
            from += length;
        }
        parts[4] = in.slice((int) from, in.limit() - (int) from);
        return parts;
    }

    private void batched(ByteBuffer in, Path file, Matrix matrix, boolean zUp) throws IOException, ImportException {
        if (in.limit() < 28) {
            throw new DamagedModelException(file.getFileName().toString());
        }
        ByteBuffer[] parts = parts(in, 28, file);
        Table features = Table.of(parts[0], parts[1]);
        Table batch = Table.of(parts[2], parts[3]);
        double[] centre = features.three("RTC_CENTER");
        Matrix moved = centre == null ? matrix : matrix.times(Matrix.translation(centre[0], centre[1], centre[2]));
        scene(parts[4], file, moved, zUp, batch);
    }

    private void instanced(ByteBuffer in, Path file, Matrix matrix, boolean zUp) throws IOException, ImportException {
        if (in.limit() < 32) {
            throw new DamagedModelException(file.getFileName().toString());
        }
        ByteBuffer[] parts = parts(in, 32, file);
        ByteBuffer model = parts[4];
        if (in.getInt(28) == 0) {
            byte[] uri = new byte[model.remaining()];
            model.get(uri);
            Path found = file.resolveSibling(new String(uri, StandardCharsets.UTF_8).strip().replace("\0", "")).normalize();
            if (!found.startsWith(layer.file().toAbsolutePath().normalize().getParent()) || !Files.isRegularFile(found)) {
                layer.problem(Severity.WARNING, "tiles.missing", "", found.getFileName().toString());
                return;
            }
            model = ByteBuffer.wrap(Files.readAllBytes(found));
        }
        Table batch = Table.of(parts[2], parts[3]);
        GltfDocument document = GltfDocument.open(model, file, MemoryBudget.ofHeap());
        Instances instances = Instances.of(Table.of(parts[0], parts[1]), file.getFileName().toString());
        String title = stem(file);
        for (int i = 0; i < instances.count(); i++) {
            int number = instances.batch(i);
            String name = batch.name(number);
            int row = layer.feature(name.isEmpty() ? title + " " + number : name, "instance", -1);
            batch.describe(number, layer, row);
            new GltfScene(document, layer, place -> row, placer()).read(matrix.times(instances.matrix(i)).times(axes(zUp)));
        }
    }

    private void composite(ByteBuffer in, Path file, Matrix matrix, boolean zUp, int depth) throws IOException, ImportException {
        int count = in.limit() < 16 ? 0 : in.getInt(12);
        int at = 16;
        for (int i = 0; i < count && at + 12 <= in.limit(); i++) {
            int length = in.getInt(at + 8);
            if (length < 12 || length > in.limit() - at) {
                throw new DamagedModelException(file.getFileName().toString());
            }
            tile(in.slice(at, length), file, matrix, zUp, depth + 1);
            at += length;
        }
    }

    private void scene(ByteBuffer gltf, Path file, Matrix matrix, boolean zUp, Table batch) throws IOException, ImportException {
        GltfDocument document = GltfDocument.open(gltf, file, MemoryBudget.ofHeap());
        Matrix outer = matrix;
        com.fasterxml.jackson.databind.JsonNode centre = document.root().path("extensions").path("CESIUM_RTC").path("center");
        if (centre.size() == 3) {
            outer = matrix.times(Matrix.translation(centre.path(0).asDouble(), centre.path(1).asDouble(), centre.path(2).asDouble()));
        }
        new GltfScene(document, layer, new IdFeatures(document, layer, stem(file), batch), placer()).read(outer.times(axes(zUp)));
    }

    private static Matrix axes(boolean zUp) {
        return zUp ? Matrix.IDENTITY : Matrix.Y_TO_Z_UP;
    }

    private static String stem(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[A-Za-z0-9]{1,5}$", "");
    }

    /** The first coordinate tells whether all are earth-centred; one of the other kind later on is left out as not placed. */
    private Placer placer() {
        return xyz -> {
            boolean central = Geocentric.isNearSurface(xyz[0], xyz[1], xyz[2]);
            if (geocentric == null && Double.isFinite(xyz[0] + xyz[1] + xyz[2])) {
                geocentric = central;
            }
            if (geocentric != null && geocentric) {
                if (central) {
                    Geocentric.toGeographic(xyz);
                    xyz[2] += heightOffset;
                } else {
                    xyz[0] = Double.NaN;
                }
            }
        };
    }

    void emit() throws ImportException {
        if (geocentric == null || !geocentric) {
            layer.emitLocal("", Optional.of(UpAxis.Z), 1);
            return;
        }
        if (heightOffset == 0) {
            layer.problem(Severity.INFO, "tiles.ellipsoid", "");
        }
        layer.emitPlaced(new SourceDescription("3D Tiles", "", Optional.of(ModelLayer.CRS84), List.of(), "", ""), HeightReference.ABSOLUTE);
    }
}
