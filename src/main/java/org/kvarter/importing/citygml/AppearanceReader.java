package org.kvarter.importing.citygml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads appearances: X3D materials as colours of geometries by id; of textures only which geometries have them. */
final class AppearanceReader {

    /** Most geometries whose looks are kept for the whole document. */
    static final int MOST = 4_000_000;

    private AppearanceReader() {
    }

    /**
     * Reads everything in the element at hand (a property around an appearance, or an appearance) and goes past it.
     *
     * @param colours  receives the colour of geometries by id; the first theme counts
     * @param textured receives ids of geometries with textures
     */
    static void read(Xml x, Map<String, Integer> colours, Set<String> textured) throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "X3DMaterial", "Material" -> material(x, colours);
                case "ParameterizedTexture", "GeoreferencedTexture" -> texture(x, textured);
                default -> read(x, colours, textured);
            }
        }
    }

    private static void material(Xml x, Map<String, Integer> colours) throws IOException {
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
        for (String target : targets) {
            if (colours.size() < MOST) {
                colours.putIfAbsent(target, argb);
            }
        }
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

    /** A target is text (materials), an attribute (textures of 1.0 and 2.0), or in an association (3.0). */
    private static void target(Xml x, List<String> into) throws IOException {
        String uri = x.attribute("uri");
        String text = uri != null ? uri : x.text();
        if (!text.isBlank()) {
            into.add(text.strip().startsWith("#") ? text.strip().substring(1) : text.strip());
        }
    }

    private static void texture(Xml x, Set<String> textured) throws IOException {
        List<String> targets = new ArrayList<>();
        targets(x, targets);
        if (textured.size() < MOST) {
            textured.addAll(targets);
        }
    }

    private static void targets(Xml x, List<String> into) throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            String uri = x.attribute("uri");
            if (x.name().equals("target") && uri != null) {
                into.add(uri.startsWith("#") ? uri.substring(1) : uri);
            } else if (x.name().equals("target")) {
                // 3.0: a reference as text, or, in the association, further down
                int inner = x.depth();
                if (x.nextChildOrText(inner)) {
                    do {
                        continue;
                    } while (x.nextChild(inner));
                } else if (!x.lastText().isEmpty()) {
                    into.add(x.lastText().startsWith("#") ? x.lastText().substring(1) : x.lastText());
                }
            } else {
                targets(x, into);
            }
        }
    }
}
