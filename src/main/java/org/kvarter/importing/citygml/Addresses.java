package org.kvarter.importing.citygml;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Addresses as one line of text, out of xAL 2.0 (CityGML 1.0 and 2.0) and xAL 3.0 (CityGML 3.0, OASIS CIQ): street and number, postcode and
 * town, country; what is only free text stays so.
 */
final class Addresses {

    private static final int MOST_PARTS = 30;

    private Addresses() {
    }

    /** Reads the address at hand and goes past it; empty where it holds no text. */
    static String read(Xml x) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        List<String> free = new ArrayList<>();
        collect(x, "", parts, free);
        String street = (take(parts, "Street") + " " + take(parts, "Number")).strip();
        String town = (take(parts, "PostCode") + " " + take(parts, "Locality")).strip();
        List<String> line = new ArrayList<>(List.of(take(parts, "Building"), street, town));
        line.addAll(parts.values());
        line.addAll(free);
        line.removeIf(String::isEmpty);
        return String.join(", ", line);
    }

    private static String take(Map<String, String> parts, String name) {
        String value = parts.remove(name);
        return value == null ? "" : value;
    }

    private static void collect(Xml x, String context, Map<String, String> parts, List<String> free) throws IOException {
        String name = x.name();
        String inside = group(name, context);
        String nameType = x.attribute("NameType");
        String type = nameType == null ? x.attribute("Type") : nameType;
        int depth = x.depth();
        boolean child = x.nextChildOrText(depth);
        if (!child) {
            note(x.lastText(), name, type == null ? "" : type, inside, parts, free);
            return;
        }
        String before = x.lastText();
        if (!before.isEmpty()) {
            note(before, name, "", inside, parts, free);
        }
        do {
            if (!x.name().equals("multiPoint")) {
                collect(x, inside, parts, free);
            } else {
                x.text();
            }
        } while (x.nextChild(depth));
    }

    private static String group(String name, String context) {
        return switch (name) {
            case "Country", "AdministrativeArea", "Locality", "Thoroughfare", "PostalCode", "PostCode", "Premise", "Premises", "Department",
                    "PostBox", "DependentLocality", "SubLocality", "SubAdministrativeArea" -> name;
            default -> context;
        };
    }

    private static void note(String text, String name, String type, String context, Map<String, String> parts, List<String> free) {
        if (text.isEmpty() || parts.size() + free.size() >= MOST_PARTS) {
            return;
        }
        String key = switch (name) {
            case "ThoroughfareName" -> "Street";
            case "ThoroughfareNumber" -> "Number";
            case "PostalCodeNumber" -> "PostCode";
            case "LocalityName" -> "Locality";
            case "CountryName", "CountryNameCode" -> "Country";
            case "NameElement", "Identifier", "Number" -> switch (context) {
                case "Thoroughfare" -> type.equals("Number") || !name.equals("NameElement") ? "Number" : "Street";
                case "Premise", "Premises" -> name.equals("NameElement") ? "Building" : "Number";
                case "PostCode", "PostalCode" -> "PostCode";
                case "Locality" -> "Locality";
                default -> context;
            };
            case "AddressLine" -> "";
            default -> context.isEmpty() ? name : context + "." + name;
        };
        if (key.isEmpty()) {
            free.add(text);
        } else {
            parts.merge(key, text, (a, b) -> a.equals(b) ? a : a + " " + b);
        }
    }
}
