package org.kvarter.importing.dxf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts of a drawing without their formatting. Stateless. */
final class DxfTexts {

    private static final Pattern UNICODE = Pattern.compile("\\\\U\\+([0-9A-Fa-f]{4})");
    private static final int LONGEST = 2_000;

    private DxfTexts() {
    }

    /** A single line: {@code %%c} and the like, and {@code \U+00E5}. */
    static String plain(String text) {
        String decoded = UNICODE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
        return cut(decoded.replaceAll("(?i)%%c", "Ø").replaceAll("(?i)%%d", "°").replaceAll("(?i)%%p", "±").replaceAll("(?i)%%[uok]", ""));
    }

    /** A text of many lines: its parts put together, its codes taken out. */
    static String multiline(DxfRecord record) {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < record.size() && all.length() < 4 * LONGEST; i++) {
            if (record.code(i) == 3 || record.code(i) == 1) {
                all.append(record.text(i));
            }
        }
        String text = all.toString().replace("\\P", " ").replace("\\~", " ").replaceAll("\\\\[AaCcFfHhQqTtWwp][^;\\\\]{0,100};", "")
                .replaceAll("\\\\[LlOoKk]", "").replaceAll("\\\\S([^;]{0,100});", "$1").replaceAll("(?<!\\\\)[{}]", "").replaceAll("\\\\([\\\\{}])", "$1");
        return plain(text);
    }

    private static String cut(String text) {
        String bare = text.replaceAll("\\s+", " ").strip();
        return bare.length() > LONGEST ? bare.substring(0, LONGEST) : bare;
    }
}
