package org.kvarter.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The few surface colours that differ from the program's own white walls and red roofs: low in saturation, close in value. */
final class Palette {
    /** Names and sRGB colours. */
    static final Map<String, Integer> COLOURS = new LinkedHashMap<>();

    static {
        COLOURS.put("brick", 0xB27B67);
        COLOURS.put("brick-dark", 0xA26D5A);
        COLOURS.put("brick-light", 0xC39480);
        COLOURS.put("plaster-ochre", 0xE9D9B8);
        COLOURS.put("plaster-sand", 0xEBE0CC);
        COLOURS.put("plaster-rose", 0xE8D3C5);
        COLOURS.put("plaster-grey", 0xDDDCD6);
        COLOURS.put("timber-falu", 0xA9675A);
        COLOURS.put("timber-white", 0xF6F3EC);
        COLOURS.put("glass", 0xDCE4E4);
        COLOURS.put("stone", 0xD9D4CA);
        COLOURS.put("base-stone", 0xCFC8BC);
        COLOURS.put("base-shop", 0xBFC4C2);
        COLOURS.put("glass-band", 0xDDE1E0);
        COLOURS.put("brick-pale", 0xD2AE99);
        COLOURS.put("glass-shop", 0x8FA0A8);
        COLOURS.put("door-oak", 0xAB8F77);
        COLOURS.put("door-green", 0x6F8478);
        COLOURS.put("balcony", 0xEDEAE3);
        COLOURS.put("iron", 0xA0A3A2);
        COLOURS.put("tram", 0x8FAAA7);
        COLOURS.put("crane", 0xC0A096);
        COLOURS.put("hull-dark", 0x6F7A80);
        COLOURS.put("car-grey", 0xA3A6A6);
        COLOURS.put("car-blue", 0x8294A3);
        COLOURS.put("car-white", 0xE9E8E4);
        COLOURS.put("car-sand", 0xBFB39F);
        COLOURS.put("coat-dark", 0x9A9794);
        COLOURS.put("coat-pale", 0xF1EADF);
        COLOURS.put("coat-warm", 0xD0B2A2);
        COLOURS.put("awning-red", 0xC79384);
        COLOURS.put("awning-cream", 0xEFE7D6);
        COLOURS.put("awning-green", 0xA5B79B);
        COLOURS.put("leaf", 0x9DBB8A);
        COLOURS.put("sand", 0xE8DABC);
        COLOURS.put("roof-tile", 0xB27565);
        COLOURS.put("roof-tile-dark", 0x9F685B);
        COLOURS.put("roof-tile-pale", 0xBD8675);
        COLOURS.put("roof-slate", 0x9C9B9A);
        COLOURS.put("roof-zinc", 0xBFC1C0);
        COLOURS.put("roof-copper", 0x9DBFAF);
        COLOURS.put("roof-flat", 0xD4D6D6);
        COLOURS.put("roof-sedum", 0xC3CDAF);
    }

    /** Tiled roofs, the usual one most often. */
    static final List<String> TILES = List.of("roof-tile", "roof-tile", "roof-tile", "roof-tile-dark", "roof-tile-pale");
    /** Plaster of the stone town; null is the program's own wall. */
    static final List<String> PLASTERS = java.util.Arrays.asList(null, null, null, "plaster-sand", "plaster-ochre", "plaster-sand",
            "plaster-rose", "plaster-grey");

    private Palette() {
    }
}
