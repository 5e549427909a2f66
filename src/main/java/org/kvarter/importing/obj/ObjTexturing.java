package org.kvarter.importing.obj;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.model.Texture;
import org.kvarter.model.Texturing;

/** The pictures of the faces that are kept: of a face whose material has one and whose corners all lie on it. */
final class ObjTexturing {

    private final ObjModel model;
    private final List<Texture> textures = new ArrayList<>();
    private final int[] ofMaterial;

    ObjTexturing(ObjModel model, MtlReader materials) {
        this.model = model;
        ofMaterial = new int[model.materials.size()];
        Map<Texture, Integer> numbers = new HashMap<>();
        for (int m = 0; m < ofMaterial.length; m++) {
            Optional<Texture> texture = model.coordinates.size() == 0 ? Optional.empty() : materials.texture(model.materials.get(m));
            ofMaterial[m] = texture.isEmpty() ? -1 : numbers.computeIfAbsent(texture.get(), t -> {
                textures.add(t);
                return textures.size() - 1;
            });
        }
    }

    boolean isEmpty() {
        return textures.isEmpty();
    }

    /**
     * The texturing of the kept faces.
     *
     * @param kept     corner of the model that each kept corner was
     * @param ends     exclusive end of each kept face in {@code kept}
     * @param material of each kept face, −1 for none
     */
    Texturing of(IntList kept, int[] ends, int[] material) {
        int[] of = new int[ends.length];
        Arrays.fill(of, -1);
        float[] uv = new float[2 * kept.size()];
        for (int face = 0, from = 0; face < ends.length; from = ends[face++]) {
            int texture = material[face] < 0 ? -1 : ofMaterial[material[face]];
            boolean lies = texture >= 0;
            for (int c = from; lies && c < ends[face]; c++) {
                int coordinate = model.cornerCoordinates.size() <= kept.get(c) ? -1 : model.cornerCoordinates.get(kept.get(c));
                lies = coordinate >= 0 && 3L * coordinate < model.coordinates.size();
                if (lies) {
                    uv[2 * c] = (float) model.coordinates.get(3 * coordinate);
                    uv[2 * c + 1] = (float) (1 - model.coordinates.get(3 * coordinate + 1));
                    lies = Float.isFinite(uv[2 * c]) && Float.isFinite(uv[2 * c + 1]);
                }
            }
            of[face] = lies ? texture : -1;
        }
        return new Texturing(textures, of, uv);
    }
}
