package org.kvarter.importing.dxf;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A drawing's table of layers: colours, and which are off or frozen. One reading thread. */
final class DxfLayers {

    private static final int FROZEN = 1;

    private record Entry(int colour, int trueColour, boolean hidden) {
    }

    private final Map<String, Entry> layers = new HashMap<>();

    void add(DxfRecord record) {
        int colour = record.whole(62, 7);
        boolean hidden = colour < 0 || (record.whole(70, 0) & FROZEN) != 0;
        layers.put(key(record.text(2, "")), new Entry(Math.abs(colour), record.whole(420, -1), hidden));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    boolean isHidden(String layer) {
        Entry entry = layers.get(key(layer));
        return entry != null && entry.hidden;
    }

    String colour(String layer) {
        Entry entry = layers.get(key(layer));
        return entry == null ? null : entry.trueColour >= 0 ? DxfColours.trueColour(entry.trueColour) : DxfColours.colour(entry.colour);
    }
}
