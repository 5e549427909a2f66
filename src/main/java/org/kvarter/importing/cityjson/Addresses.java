package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Addresses as one line of text: an object in CityJSON 1.0, a list of them since 1.1. The members are those of the specification's
 * example (after xAL); their names differ between versions and unknown ones follow at the end.
 */
final class Addresses {

    private static final String[][] GROUPS = {
        {"ThoroughfareName", "Thoroughfare", "thoroughfareName"},
        {"ThoroughfareNumber", "thoroughfareNumber"},
        {"Postcode", "PostalCode", "postalCode", "PostCode"},
        {"LocalityName", "Locality", "locality"},
        {"CountryName", "Country", "country"}};

    private Addresses() {
    }

    /** Reads what the parser stands on; empty where it holds no text. */
    static String read(JsonParser p) throws IOException {
        List<String> all = new ArrayList<>();
        if (p.currentToken() == JsonToken.START_ARRAY) {
            while (p.nextToken() != JsonToken.END_ARRAY) {
                Json.requireMore(p);
                addTo(all, readOne(p));
            }
        } else {
            addTo(all, readOne(p));
        }
        return String.join("; ", all);
    }

    private static void addTo(List<String> all, String address) {
        if (!address.isEmpty() && all.size() < 100) {
            all.add(address);
        }
    }

    private static String readOne(JsonParser p) throws IOException {
        if (p.currentToken() == JsonToken.VALUE_STRING) {
            return p.getText().trim();
        }
        Map<String, String> members = new LinkedHashMap<>();
        if (Json.startsObject(p)) {
            for (String name; (name = p.nextFieldName()) != null;) {
                p.nextToken();
                String value = Json.text(p).trim();
                if (!value.isEmpty() && members.size() < 30) {
                    members.put(name, value);
                }
            }
        }
        return line(members);
    }

    private static String line(Map<String, String> members) {
        String street = (take(members, GROUPS[0]) + " " + take(members, GROUPS[1])).trim();
        String town = (take(members, GROUPS[2]) + " " + take(members, GROUPS[3])).trim();
        List<String> parts = new ArrayList<>(List.of(street, town, take(members, GROUPS[4])));
        parts.addAll(members.values());
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }

    private static String take(Map<String, String> members, String[] names) {
        for (String name : names) {
            String value = members.remove(name);
            if (value != null) {
                return value;
            }
        }
        return "";
    }
}
