package org.kvarter.importing.pipeline;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.kvarter.model.District;

/**
 * Ids of layers: file name and layer name in lower-case letters, digits and hyphens. The same file gives the same ids again, so
 * that a layer read anew takes its old place; another file of the same name gets a number.
 */
final class LayerIds {

    /** File that owns each id. */
    private final Map<String, String> owners = new HashMap<>();

    LayerIds(District district) {
        district.layers().forEach(l -> owners.put(l.id(), l.source().file()));
    }

    /**
     * The id of a layer.
     *
     * @param prefix start of the id, mostly the file's name without its ending
     * @param layer  name of the layer within the file, may be empty
     * @param file   absolute path of the file
     */
    String id(String prefix, String layer, String file) {
        String stem = slug(prefix);
        String name = slug(layer);
        String wanted = name.isEmpty() || name.equals(stem) ? stem : stem + "-" + name;
        String id = wanted;
        for (int n = 2; owners.containsKey(id) && !owners.get(id).equals(file); n++) {
            id = wanted + "-" + n;
        }
        owners.put(id, file);
        return id;
    }

    /** {@code Träd & buskar} becomes {@code trad-buskar}. */
    static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT);
        String slug = plain.replaceAll("[^\\p{L}\\p{Nd}]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() && !text.isBlank() ? "layer" : slug;
    }

    /** File name without its ending. */
    static String stem(String fileName) {
        int dot = fileName.indexOf('.', 1);
        return dot < 0 ? fileName : fileName.substring(0, dot);
    }
}
