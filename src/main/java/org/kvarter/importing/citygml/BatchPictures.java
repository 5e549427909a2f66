package org.kvarter.importing.citygml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Texture;
import org.kvarter.model.Texturing;

/** The pictures of one batch: which polygon shows which, and where its corners lie on it. Takes memory only where there are any. */
final class BatchPictures {

    private final MemoryBudget budget;
    private final List<Texture> textures = new ArrayList<>();
    private final Map<Texture, Integer> numbers = new HashMap<>();
    private int[] of = new int[0];
    private float[] uv = new float[0];

    BatchPictures(MemoryBudget budget) {
        this.budget = budget;
    }

    /** Says where a corner lies; it counts once its polygon has a picture. */
    void place(int corner, float across, float down) {
        if (2 * corner + 2 > uv.length) {
            uv = Arrays.copyOf(uv, budget.grow(uv.length, 2 * corner + 2, Float.BYTES));
        }
        uv[2 * corner] = across;
        uv[2 * corner + 1] = down;
    }

    /** Gives a polygon a picture. */
    void put(int polygon, Texture texture) {
        if (polygon >= of.length) {
            int before = of.length;
            of = Arrays.copyOf(of, budget.grow(before, polygon + 1, Integer.BYTES));
            Arrays.fill(of, before, of.length, -1);
        }
        of[polygon] = numbers.computeIfAbsent(texture, t -> {
            textures.add(t);
            return textures.size() - 1;
        });
    }

    /** What was said since the last time; {@code null} where no polygon has a picture. */
    Texturing give(int polygons, int corners) {
        if (textures.isEmpty()) {
            return null;
        }
        int[] each = Arrays.copyOf(of, polygons);
        if (of.length < polygons) {
            Arrays.fill(each, of.length, polygons, -1);
        }
        Texturing given = new Texturing(textures, each, Arrays.copyOf(uv, 2 * corners));
        textures.clear();
        numbers.clear();
        of = new int[0];
        uv = new float[0];
        return given;
    }
}
