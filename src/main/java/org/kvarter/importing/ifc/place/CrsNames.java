package org.kvarter.importing.ifc.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spellings that an {@code IfcProjectedCRS} may stand for, the plainest first. */
final class CrsNames {

    private static final Pattern CODE = Pattern.compile("(?i)EPSG\\D{0,3}(\\d{4,6})");
    private static final Pattern UTM = Pattern.compile("(?i)(?:UTM|zone)\\D{0,8}(\\d{1,2})\\s*([NS])?");

    /** EPSG codes of height systems by names that models use. */
    private static final Map<String, String> HEIGHTS = Map.ofEntries(Map.entry("RH2000", "5613"), Map.entry("DHHN2016", "7837"), Map.entry("DHHN92", "5783"),
            Map.entry("NN2000", "5941"), Map.entry("N2000", "3900"), Map.entry("NAP", "5709"), Map.entry("DVR90", "5799"), Map.entry("LN02", "5728"),
            Map.entry("LHN95", "5729"), Map.entry("EVRF2007", "5621"), Map.entry("NAVD88", "5703"), Map.entry("EGM2008", "3855"), Map.entry("EGM96", "5773"));

    private CrsNames() {
    }

    static List<String> of(String name, String description, String datum, String zone) {
        List<String> all = new ArrayList<>();
        for (String text : new String[] {name, description}) {
            Matcher code = CODE.matcher(text);
            if (code.find()) {
                all.add("EPSG:" + code.group(1));
            }
        }
        add(name, all);
        add(description, all);
        String words = (name + " " + datum + " " + zone).toUpperCase(Locale.ROOT);
        Matcher utm = UTM.matcher(zone.isBlank() ? name : zone);
        if (words.contains("UTM") && utm.find()) {
            int number = Integer.parseInt(utm.group(1));
            boolean south = "S".equalsIgnoreCase(utm.group(2));
            if (number >= 1 && number <= 60) {
                all.add(words.contains("ETRS") && number >= 28 && number <= 38 ? "EPSG:" + (25800 + number)
                        : "EPSG:" + ((south ? 32700 : 32600) + number));
            }
        }
        return all;
    }

    /** A plain code together with that of a vertical datum; empty where one of them is none that is known. */
    static Optional<String> withHeights(String crs, String verticalDatum) {
        Matcher code = CODE.matcher(verticalDatum);
        String word = verticalDatum.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        Optional<String> height = code.find() ? Optional.of(code.group(1))
                : HEIGHTS.entrySet().stream().filter(e -> word.equals(e.getKey()) || word.startsWith(e.getKey())).map(Map.Entry::getValue).findFirst();
        return crs.matches("EPSG:\\d+") ? height.map(h -> crs + "+" + h) : Optional.empty();
    }

    private static void add(String text, List<String> all) {
        if (!text.isBlank()) {
            all.add(text.strip());
        }
    }
}
