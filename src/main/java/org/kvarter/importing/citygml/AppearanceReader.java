package org.kvarter.importing.citygml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads appearances: X3D materials as colours of geometries, parameterised textures as pictures on rings; of other textures only which
 * geometries have them.
 */
final class AppearanceReader {

    private AppearanceReader() {
    }

    /** Reads everything in the element at hand (a property around an appearance, or an appearance) and goes past it. */
    static void read(Xml x, Looks looks) throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "X3DMaterial", "Material" -> material(x, looks);
                case "ParameterizedTexture", "GeoreferencedTexture" -> new TextureReader(x).read(looks);
                default -> read(x, looks);
            }
        }
    }

    private static void material(Xml x, Looks looks) throws IOException {
        List<String> targets = new ArrayList<>();
        double[] diffuse = {0.8, 0.8, 0.8};
        double transparency = 0;
        boolean front = true;
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "diffuseColor" -> diffuse = colour(x, diffuse);
                case "transparency" -> transparency = NumberText.of(x.text());
                case "isFront" -> front = !x.text().equals("false") ;
                case "target" -> target(x, targets);
                default -> { }
            }
        }
        if (!front) {
            return;
        }
        int argb = channel(1 - transparency, 1) << 24 | channel(diffuse[0], 0) << 16 | channel(diffuse[1], 0) << 8 | channel(diffuse[2], 0);
        targets.forEach(target -> looks.colour(target, argb));
    }

    private static double[] colour(Xml x, double[] fallback) throws IOException {
        double[] values = new double[3];
        int[] count = {0};
        x.numbers(v -> {
            if (count[0] < 3) {
                values[count[0]] = v;
            }
            count[0]++;
        });
        return count[0] == 3 ? values : fallback;
    }

    private static int channel(double share, double fallback) {
        double value = Double.isFinite(share) ? share : fallback;
        return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
    }

    private static void target(Xml x, List<String> into) throws IOException {
        String uri = x.attribute("uri");
        String text = uri != null ? uri : x.text();
        if (!text.isBlank()) {
            into.add(id(text));
        }
    }

    /** What a reference within the document names. */
    static String id(String reference) {
        String plain = reference.strip();
        return plain.startsWith("#") ? plain.substring(1) : plain;
    }
}
