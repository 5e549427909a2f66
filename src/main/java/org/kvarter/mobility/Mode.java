package org.kvarter.mobility;

import java.util.Locale;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;

/** Means of transport, with the colour it has where a source states none (classes of Okabe and Ito) and the length of its vehicles. */
public enum Mode {
    TRAM(0xFF009E73, 28), METRO(0xFF0072B2, 60), RAIL(0xFFD55E00, 100), BUS(0xFF56B4E9, 14), FERRY(0xFF0072B2, 24), CABLE(0xFFCC79A7, 8),
    CAR(0xFF6A6F78, 4.6f), BICYCLE(0xFFE69F00, 1.9f), WALK(0xFFCC79A7, 0.8f), OTHER(0xFF0B7A75, 8);

    private final int argb;
    private final float length;

    Mode(int argb, float length) {
        this.argb = argb;
        this.length = length;
    }

    /** Colour where the source states none. */
    public int argb() {
        return argb;
    }

    /** Length of a vehicle, metres. */
    public float length() {
        return length;
    }

    /** What people call it, in the display language. */
    public String title() {
        return titles().shown();
    }

    /** What people call it, by language. */
    public LocalText titles() {
        return Texts.in(Mode.class).everywhere("mode." + name());
    }

    /**
     * The mode of a GTFS {@code route_type}, basic (0 … 12) or extended (100 … 1799).
     * Source: gtfs.org, Schedule Reference, routes.txt; Google, Extended GTFS Route Types.
     */
    public static Mode ofRouteType(int type) {
        return switch (type) {
            case 0 -> TRAM;
            case 1, 12 -> METRO;
            case 2 -> RAIL;
            case 3, 11 -> BUS;
            case 4 -> FERRY;
            case 5, 6, 7 -> CABLE;
            default -> switch (type / 100) {
                case 1 -> type == 117 ? OTHER : RAIL;
                case 2, 7, 8 -> BUS;
                case 4, 5, 6 -> METRO;
                case 9 -> TRAM;
                case 10, 12 -> FERRY;
                case 13, 14 -> CABLE;
                case 15 -> CAR;
                default -> OTHER;
            };
        };
    }

    /** The mode a word names, in English, Swedish, German or as SUMO's vehicle classes spell it; {@link #OTHER} where it names none. */
    public static Mode ofWord(String word) {
        String w = word.toLowerCase(Locale.ROOT);
        if (w.contains("tram") || w.contains("streetcar")) {
            return TRAM;
        }
        if (w.contains("subway") || w.contains("metro")) {
            return METRO;
        }
        if (w.contains("train") || w.contains("rail")) {
            return RAIL;
        }
        if (w.contains("bus") || w.contains("coach") || w.equals("buss")) {
            return BUS;
        }
        if (w.contains("ferry") || w.contains("ship") || w.contains("boat")) {
            return FERRY;
        }
        if (w.contains("bike") || w.contains("bicycle") || w.contains("cycl") || w.contains("scooter") || w.contains("cykel") || w.contains("cykl")
                || w.contains("fahrrad") || w.contains("radverkehr") || w.contains("fiets")) {
            return BICYCLE;
        }
        if (w.contains("walk") || w.contains("pedestrian") || w.contains("foot") || w.contains("gående") || w.contains("fotgängare") || w.equals("fot")) {
            return WALK;
        }
        return w.contains("car") || w.contains("passenger") || w.contains("taxi") || w.contains("truck") || w.contains("veh") || w.contains("motor")
                || w.contains("lorry") || w.equals("hgv") || w.endsWith("bil") || w.endsWith("bilar") || w.matches("pkw|lkw|kfz|auto") ? CAR : OTHER;
    }
}
