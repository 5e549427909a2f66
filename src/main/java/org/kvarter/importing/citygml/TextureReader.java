package org.kvarter.importing.citygml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads one texture. CityGML 1.0 and 2.0 name the ring beside its places ({@code <textureCoordinates ring="#r">}), 3.0 lists places and
 * then rings. Not thread-safe.
 */
final class TextureReader {

    private final Xml x;
    private final List<float[]> places = new ArrayList<>();
    private final List<String> rings = new ArrayList<>();
    private final List<String> targets = new ArrayList<>();
    private String image = "";
    private boolean front = true;
    private float[] numbers = new float[16];
    private int count;

    TextureReader(Xml x) {
        this.x = x;
    }

    /** Reads the texture at hand and goes past it. */
    void read(Looks looks) throws IOException {
        children();
        if (!front) {
            return;
        }
        boolean lies = !image.isEmpty() && !rings.isEmpty() && rings.size() == places.size();
        for (int i = 0; lies && i < rings.size(); i++) {
            looks.picture(rings.get(i), new RingPicture(image, places.get(i)));
        }
        if (!lies) {
            targets.forEach(looks::elsewhere);
        }
    }

    private void children() throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "imageURI" -> image = x.text().strip();
                case "isFront" -> front = !x.text().strip().equals("false");
                case "textureCoordinates" -> coordinates();
                case "ring" -> rings.add(AppearanceReader.id(x.text()));
                case "target" -> target();
                default -> children();
            }
        }
    }

    /** The target is an attribute around the places, or a text of its own. */
    private void target() throws IOException {
        String uri = x.attribute("uri");
        if (uri != null) {
            targets.add(AppearanceReader.id(uri));
            children();
            return;
        }
        int inner = x.depth();
        if (x.nextChildOrText(inner)) {
            do {
                continue;
            } while (x.nextChild(inner));
        } else if (!x.lastText().isEmpty()) {
            targets.add(AppearanceReader.id(x.lastText()));
        }
    }

    private void coordinates() throws IOException {
        String ring = x.attribute("ring");
        if (ring != null) {
            rings.add(AppearanceReader.id(ring));
        }
        count = 0;
        x.numbers(value -> {
            numbers = count == numbers.length ? Arrays.copyOf(numbers, 2 * count) : numbers;
            // the document counts upwards from the lower edge
            numbers[count] = (float) (count % 2 == 0 ? value : 1 - value);
            count++;
        });
        places.add(Arrays.copyOf(numbers, count - count % 2));
    }
}
