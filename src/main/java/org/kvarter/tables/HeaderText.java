package org.kvarter.tables;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.model.NamedUnits;

/**
 * A header taken apart.
 *
 * @param name without its unit; the whole header where it is nothing but a unit
 * @param unit in its usual spelling, empty for none
 */
public record HeaderText(String name, String unit) {

    private static final Pattern BRACKETS = Pattern.compile("^(.*?)\\s*(?:\\[([^\\[\\]]{1,20})]|\\(([^()]{1,20}(?:\\([a-zA-Z]\\))?)\\))\\s*(.*)$", Pattern.DOTALL);
    /** Units that may stand behind a word without brackets, because they are no words themselves. */
    private static final Pattern BEHIND = Pattern.compile("(?i)^(.+?)[\\s,;:/_-]+(?:in |i |\\()?([kMG]?Wh(?:/h|/(?:m2|m²|kvm)(?:,? ?(?:a|år|ar|yr|year|jaar|v))?|/\\(m[2²] ?a\\))?|[kM]W|W/m2|W/m²|°C|degC|m3|m³|m3/h|m³/h|m2|m²|kvm|%|kr|EUR|€|EUR/MWh|€/MWh|l/s"
            + "|m/s|km/h|hPa|kPa|Pa|MJ|GJ|kJ|öre/kWh|ppm|lux|g/kWh)\\)?$");

    private static final Pattern SPELLED = Pattern.compile("^(.+?)_(W_m2|Wh_m2|kWh_m2|m_s|km_h)$");

    /** Takes a header apart. */
    public static HeaderText of(String header) {
        String text = header.strip().replaceAll("\\s+", " ");
        if (Units.parse(text).isPresent() && text.length() > 1) {
            return new HeaderText(text, Units.usual(text));
        }
        Matcher brackets = BRACKETS.matcher(text);
        if (brackets.matches()) {
            boolean square = brackets.group(2) != null;
            String inside = square ? brackets.group(2) : brackets.group(3);
            Optional<Unit> unit = Units.parse(inside);
            // square brackets are meant for units; what stands in round ones may be anything: G(i), time(UTC)
            if (unit.isPresent() && (inside.length() > 1 || square || "WmCKVA%°tgl€".contains(inside)) || square && inside.matches(".*\\p{L}.*|%|°|-")) {
                String name = (brackets.group(1) + " " + brackets.group(4)).strip();
                return new HeaderText(name.isEmpty() ? text : name, inside.equals("-") ? "" : Units.usual(inside));
            }
        }
        Matcher words = SPELLED.matcher(text);
        if (words.matches()) {
            return new HeaderText(words.group(1), Units.usual(words.group(2).replace('_', '/')));
        }
        Matcher behind = BEHIND.matcher(text);
        if (behind.matches()) {
            return new HeaderText(behind.group(1).strip(), Units.usual(behind.group(2)));
        }
        String named = NamedUnits.of(text);
        return named.isEmpty() ? new HeaderText(text, "") : new HeaderText(NamedUnits.without(text), named);
    }
}
