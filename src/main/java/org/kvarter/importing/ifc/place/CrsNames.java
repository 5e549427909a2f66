package org.kvarter.importing.ifc.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spellings that an {@code IfcProjectedCRS} may stand for, the plainest first. */
final class CrsNames {

    private static final Pattern CODE = Pattern.compile("(?i)EPSG\\D{0,3}(\\d{4,6})");
    private static final Pattern UTM = Pattern.compile("(?i)(?:UTM|zone)\\D{0,8}(\\d{1,2})\\s*([NS])?");

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

    private static void add(String text, List<String> all) {
        if (!text.isBlank()) {
            all.add(text.strip());
        }
    }
}
