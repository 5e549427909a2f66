package org.kvarter.assist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address as far as it tells buildings apart: street and number, in Nordic, Dutch and German spelling.
 *
 * <p>Left out: flats ({@code lgh 1101}, {@code as. 3}, {@code Whg. 2}, {@code 3 tr}), post codes and towns behind a comma. Made equal:
 * abbreviations ({@code Storg.} and {@code Storgatan}, {@code Hauptstr.} and {@code Hauptstraße}, {@code S:t} and {@code Sankt}), case, diacritics.
 *
 * @param street  folded; empty where the text has none
 * @param number  of the house, 0 for none
 * @param last    last number of a range ({@code 12–16}); otherwise {@code number}
 * @param letter  of the entrance or house, lower case; empty for none
 */
record AddressKey(String street, int number, int last, String letter) {

    private static final Pattern FLAT = Pattern.compile("\\b(?:lgh|lagenhet|as|asunto|apt|apartment|flat|bst|huoneisto|wohnung|whg|we|top|bus|hs|tr|vaning|vån|etage|og|eg|krs)\\b\\.?\\s*\\d*.*$");
    private static final Pattern FLOOR = Pattern.compile("\\s+\\d+\\s*(?:tr|og|vaning|krs)\\b.*$");
    private static final Pattern NUMBER = Pattern.compile("^(.*?[\\p{L}.])\\s*(\\d{1,4})\\s*(?:([a-z])\\b)?(?:\\s*[-–/]\\s*(\\d{1,4})\\s*([a-z])?\\b)?.*$");
    private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("s t", "sankt"), Map.entry("st", "sankt"), Map.entry("sta", "sankta"),
            Map.entry("n", "norra"), Map.entry("s", "sodra"), Map.entry("o", "ostra"), Map.entry("v", "vastra"), Map.entry("gml", "gamla"), Map.entry("g a", "gamla"),
            Map.entry("l", "lilla"), Map.entry("gt", "gatan"), Map.entry("vag", "vagen"), Map.entry("pl", "plan"), Map.entry("all", "alle"), Map.entry("kv", "kvarteret"),
            Map.entry("str", "strasse"), Map.entry("dr", "doktor"), Map.entry("prof", "professor"));
    private static final List<Ending> ENDINGS = List.of(new Ending("(?<=\\p{L}{3})gat$", "gatan", false), new Ending("(?<=\\p{L}{3})g$", "gatan", true),
            new Ending("(?<=\\p{L}{3})v$", "vagen", true), new Ending("(?<=\\p{L}{2})str$", "strasse", false), new Ending("(?<=\\p{L}{2})straat$", "strasse", false),
            new Ending("(?<=\\p{L}{2})ln$", "laan", false), new Ending("(?<=\\p{L}{2})wg$", "weg", false), new Ending("(?<=\\p{L}{2})pln$", "plein", false),
            new Ending("(?<=\\p{L}{2})pl$", "platz", false), new Ending("(?<=\\p{L}{3})k$", "katu", true), new Ending("(?<=\\p{L}{3})gr$", "grand", false),
            new Ending("(?<=\\p{L}{3})t$", "tie", true));
    private static final Pattern OTHERS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * The last part of a compound that people abbreviate.
     *
     * @param dotted whether only with a dot behind: a single letter ends many names
     */
    private record Ending(Pattern pattern, String whole, boolean dotted) {

        Ending(String pattern, String whole, boolean dotted) {
            this(Pattern.compile(pattern), whole, dotted);
        }
    }

    /** Takes an address apart. */
    static AddressKey of(String address) {
        String text = PlainText.folded(address).replace("s:t ", "sankt ").replace("s:ta ", "sankta ");
        int comma = text.indexOf(',');
        // "Storgatan 5, 123 45 Town", but "Town, Storgatan 5"
        if (comma > 0) {
            String before = text.substring(0, comma);
            String after = text.substring(comma + 1).strip();
            boolean numbered = before.matches(".*\\p{L}.*\\d.*");
            text = numbered ? before : after.matches("\\p{L}.*\\d.*") && !before.matches(".*\\d.*") ? after : before + " " + after;
        }
        text = FLOOR.matcher(text).replaceFirst("");
        String withoutFlat = FLAT.matcher(text).replaceFirst("").strip();
        text = withoutFlat.matches(".*\\d.*") ? withoutFlat : text;
        Matcher m = NUMBER.matcher(text);
        if (!m.matches()) {
            return new AddressKey(street(text), 0, 0, "");
        }
        int number = Integer.parseInt(m.group(2));
        int last = m.group(4) == null ? number : Integer.parseInt(m.group(4));
        return new AddressKey(street(m.group(1)), number, last > number && last - number <= 40 ? last : number, m.group(3) == null ? "" : m.group(3));
    }

    private static String street(String text) {
        List<String> words = new ArrayList<>();
        for (String word : BLANKS.split(text.strip())) {
            boolean dotted = word.endsWith(".");
            String plain = OTHERS.matcher(word).replaceAll("");
            if (plain.isEmpty()) {
                continue;
            }
            boolean first = words.isEmpty();
            String whole = WORDS.get(plain);
            if (whole != null && (first || plain.length() > 1)) {
                words.add(whole);
                continue;
            }
            words.add(ending(plain, dotted));
        }
        String street = String.join("", words);
        return street.replace("straat", "strasse");
    }

    /** The last part of a compound written out; single letters only with a dot behind, or behind four letters of a name. */
    private static String ending(String word, boolean dotted) {
        for (Ending ending : ENDINGS) {
            Matcher m = ending.pattern.matcher(word);
            if ((dotted || !ending.dotted) && m.find()) {
                return m.replaceFirst(ending.whole);
            }
        }
        return word;
    }

    boolean isEmpty() {
        return street.isEmpty();
    }

    /** Street, number and letter. */
    String full() {
        return street + " " + number + letter;
    }

    /** Street and number, for every second number of a range: streets have two sides. */
    List<String> houses() {
        List<String> houses = new ArrayList<>();
        for (int n = number; n <= last; n += 2) {
            houses.add(street + " " + n);
        }
        if ((last - number) % 2 == 1) {
            houses.add(street + " " + last);
        }
        return houses;
    }
}
