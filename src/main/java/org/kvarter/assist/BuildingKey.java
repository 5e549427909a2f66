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

    private BuildingKey() {
    }

    /** An id in its one spelling; empty for a blank text. */
    static String of(String text) {
        String id = text.strip();
        Matcher finnish = FINNISH.matcher(id);
        if (finnish.matches()) {
            return String.format(Locale.ROOT, "%03d%03d%04d%04d", Integer.parseInt(finnish.group(1)), Integer.parseInt(finnish.group(2)),
                    Integer.parseInt(finnish.group(3)), Integer.parseInt(finnish.group(4)));
        }
        if (id.matches("0?\\d{13,14}")) {
            return id.length() == 14 ? id : "0".repeat(14 - id.length()) + id;
        }
        String bare = id.replaceFirst("(?i)^(nl\\.imbag\\.pand\\.|urn:uuid:|urn:[^:]+:)", "").replaceAll("^[{]|[}]$", "");
        if (bare.matches("0*\\d{15,16}")) {
            return bare.replaceFirst("^0+", "");
        }
        String folded = PlainText.folded(bare);
        Matcher nordic = NORDIC.matcher(folded.replaceAll("\\s*:\\s*", ":"));
        if (nordic.matches()) {
            return nordic.group(1).replaceAll("[^\\p{L}\\p{N}]", "") + Long.parseLong(clip(nordic.group(2))) + ":" + Long.parseLong(clip(nordic.group(3)));
        }
        String plain = folded.replaceAll("[^\\p{L}\\p{N}]", "");
        return plain.matches("\\d+") ? plain.replaceFirst("^0+(?=\\d)", "") : plain;
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
