package org.kvarter.importing.raster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.kvarter.importing.SourceHead;

/**
 * The points of a text with one per line: east, north, height, and perhaps more that is not looked at; blanks, commas or semicolons between,
 * decimal point or (where these are not commas) comma. Lines that are none, such as headings and remarks, are counted. Not thread-safe.
 */
final class PointText extends HeightPoints {

    private static final Pattern COMMAS = Pattern.compile("\\s*[-+]?\\d+(,\\d+)?([\\s;]+[-+]?\\d+(,\\d+)?){2,}\\s*");
    private static final int LONGEST_LINE = 4_000;

    private final BufferedReader lines;
    private final boolean decimalComma;
    private long points;
    private long others;

    PointText(Path file, boolean decimalComma) throws IOException {
        this.lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1), 1 << 17);
        this.decimalComma = decimalComma;
    }

    /** Whether a head's numbers have decimal commas. */
    static boolean hasDecimalCommas(SourceHead head) {
        return head.text().lines().limit(50).anyMatch(l -> l.indexOf(',') >= 0 && COMMAS.matcher(l).matches());
    }

    /** Whether nearly all lines of a head, but for headings, are points. */
    static boolean looksLike(SourceHead head) {
        List<String> lines = head.text().lines().filter(l -> !l.isBlank() && l.charAt(0) != '#').limit(60).toList();
        boolean comma = hasDecimalCommas(head);
        double[] into = new double[3];
        long good = lines.stream().filter(l -> parse(l, comma, into)).count();
        return good >= 3 && good >= lines.size() - 3;
    }

    @Override
    boolean next() throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (parse(line, decimalComma, point)) {
                points++;
                return true;
            }
            others += line.isBlank() || line.charAt(0) == '#' ? 0 : 1;
        }
        return false;
    }

    private static boolean parse(String line, boolean decimalComma, double[] into) {
        int n = line.length();
        int at = 0;
        if (n > LONGEST_LINE) {
            return false;
        }
        for (int k = 0; k < 3; k++) {
            while (at < n && isBetween(line.charAt(at), decimalComma)) {
                at++;
            }
            int from = at;
            while (at < n && !isBetween(line.charAt(at), decimalComma)) {
                at++;
            }
            if (from == at || at - from > 40 || Character.isLetter(line.charAt(at - 1))) {
                return false;
            }
            String token = line.substring(from, at);
            try {
                into[k] = Double.parseDouble(decimalComma ? token.replace(',', '.') : token);
            } catch (NumberFormatException e) {
                return false;
            }
        }
        return Arrays.stream(into).allMatch(v -> Math.abs(v) < FARTHEST);
    }

    private static boolean isBetween(char c, boolean decimalComma) {
        return c == ' ' || c == '\t' || c == ';' || c == ',' && !decimalComma;
    }

    @Override
    long points() {
        return points;
    }

    /** Lines that are neither points nor empty nor remarks. */
    @Override
    long others() {
        return others;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
