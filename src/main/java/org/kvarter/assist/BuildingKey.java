package org.kvarter.assist;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * National and cadastral ids in one spelling.
 *
 * <p>Finnish property ids {@code 91-1-12-3} are written out to fourteen digits (3 + 3 + 4 + 4, as the National Land Survey does); Dutch BAG ids
 * lose {@code NL.IMBAG.Pand.}; UUIDs and URNs lose their wrapping; digits lose leading zeros; everything else is folded and loses separators
 * other than the colon of Nordic cadastral units ({@code Sicklaön 83:22}). Stateless.
 */
final class BuildingKey {

    private static final Pattern FINNISH = Pattern.compile("(\\d{1,3})-(\\d{1,3})-(\\d{1,4})-(\\d{1,4})");
    private static final Pattern NORDIC = Pattern.compile("^(.*?)(\\d+):(\\d+)$");

    private static final Pattern FOURTEEN = Pattern.compile("0?\\d{13,14}");
    private static final Pattern SIXTEEN = Pattern.compile("0*\\d{15,16}");
    private static final Pattern WRAPPING = Pattern.compile("(?i)^(nl\\.imbag\\.pand\\.|urn:uuid:|urn:[^:]+:)");
    private static final Pattern BRACES = Pattern.compile("^[{]|[}]$");
    private static final Pattern COLON = Pattern.compile("\\s*:\\s*");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern ZEROS = Pattern.compile("^0+");
    private static final Pattern ZEROS_BEFORE = Pattern.compile("^0+(?=\\d)");

    private BuildingKey() {
    }

    /** An id in its one spelling; empty for a blank text. */
    static String of(String text) {
        String id = text.strip();
        String simple = simple(id);
        if (!simple.isEmpty()) {
            return simple;
        }
        Matcher finnish = FINNISH.matcher(id);
        if (finnish.matches()) {
            return String.format(Locale.ROOT, "%03d%03d%04d%04d", Integer.parseInt(finnish.group(1)), Integer.parseInt(finnish.group(2)),
                    Integer.parseInt(finnish.group(3)), Integer.parseInt(finnish.group(4)));
        }
        if (FOURTEEN.matcher(id).matches()) {
            return id.length() == 14 ? id : "0".repeat(14 - id.length()) + id;
        }
        String bare = BRACES.matcher(WRAPPING.matcher(id).replaceFirst("")).replaceAll("");
        if (SIXTEEN.matcher(bare).matches()) {
            return ZEROS.matcher(bare).replaceFirst("");
        }
        String folded = PlainText.folded(bare);
        Matcher nordic = NORDIC.matcher(COLON.matcher(folded).replaceAll(":"));
        if (nordic.matches()) {
            return SEPARATORS.matcher(nordic.group(1)).replaceAll("") + Long.parseLong(clip(nordic.group(2))) + ":" + Long.parseLong(clip(nordic.group(3)));
        }
        String plain = SEPARATORS.matcher(folded).replaceAll("");
        return DIGITS.matcher(plain).matches() ? ZEROS_BEFORE.matcher(plain).replaceFirst("") : plain;
    }

    /** Most ids and nearly all other texts: plain letters, digits and blanks, with a letter among them. Empty for all that needs a closer look. */
    private static String simple(String id) {
        StringBuilder key = new StringBuilder(id.length());
        boolean letters = false;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean upper = c >= 'A' && c <= 'Z';
            boolean letter = upper || c >= 'a' && c <= 'z';
            if (letter || c >= '0' && c <= '9') {
                key.append(upper ? (char) (c + 32) : c);
            } else if (c != ' ' && c != '_') {
                return "";
            }
            letters |= letter;
        }
        return letters ? key.toString() : "";
    }

    /** The name of a Nordic unit without its municipality: {@code nackasicklaon83:22} ends with {@code sicklaon83:22}. */
    static boolean isSame(String one, String other) {
        return one.equals(other) || one.contains(":") && other.contains(":") && Math.min(one.length(), other.length()) >= 6
                && (one.endsWith(other) || other.endsWith(one));
    }

    private static String clip(String digits) {
        return digits.length() > 17 ? digits.substring(0, 17) : digits;
    }
}
