package org.kvarter.importing.models.gltf;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.Matrix;

/** The instances of EXT_mesh_gpu_instancing as transforms. */
final class GltfInstances {

    private static final int MOST = 200_000;

    private GltfInstances() {
    }

    static List<Matrix> read(GltfDocument document, JsonNode attributes) throws IOException {
        Accessor moves = accessor(document, attributes, "TRANSLATION", 3);
        Accessor turns = accessor(document, attributes, "ROTATION", 4);
        Accessor scales = accessor(document, attributes, "SCALE", 3);
        int count = 0;
        for (Accessor a : new Accessor[] {moves, turns, scales}) {
            count = a == null ? count : count == 0 ? a.count() : Math.min(count, a.count());
        }
        if (count > MOST) {
            throw new DamagedModelException("> " + MOST);
        }
        List<Matrix> instances = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Matrix m = moves == null ? Matrix.IDENTITY : Matrix.translation(moves.get(i, 0), moves.get(i, 1), moves.get(i, 2));
            m = turns == null ? m : m.times(Matrix.quaternion(turns.get(i, 0), turns.get(i, 1), turns.get(i, 2), turns.get(i, 3)));
            instances.add(scales == null ? m : m.times(Matrix.scale(scales.get(i, 0), scales.get(i, 1), scales.get(i, 2))));
        }
        return instances;
    }

    private static Accessor accessor(GltfDocument document, JsonNode attributes, String name, int components) throws IOException {
        Accessor found = attributes.has(name) ? Accessor.read(document, attributes.path(name).asInt(-1)) : null;
        return found == null || found.components() == components ? found : null;
    }
}
