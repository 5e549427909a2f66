package org.kvarter.importing.citygml;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** Where in a table beside the document the values of a series are. */
final class FileColumns {

    String name = "";
    int headerLines;
    String separator = "";
    String decimal = ".";
    int valueColumn;
    int timeColumn;
    String valueName = "";
    String timeName = "";
    String idName = "";
    int idColumn;
    String idValue = "";

    boolean isGiven() {
        return !name.isEmpty();
    }

    /**
     * The file, which must lie in the folder of the document or below it.
     *
     * @return {@code null} where it is somewhere else or not there
     */
    Path path(Path document) {
        String plain = name.strip();
        plain = plain.startsWith("file:") ? plain.replaceFirst("^file:/*", "") : plain;
        if (plain.isEmpty() || plain.contains(":") || plain.startsWith("/") || plain.startsWith("\\")) {
            return null;
        }
        try {
            Path folder = document.toAbsolutePath().normalize().getParent();
            Path file = folder.resolve(plain.replace('\\', '/')).normalize();
            return file.startsWith(folder) && Files.isRegularFile(file) ? file : null;
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** Reads the values, with their times where the table has some. */
    void read(Path file, SeriesDraft into, ZoneId zone) throws IOException {
        String split = separator.isEmpty() ? "[;,\t]" : Pattern.quote(separator.equals("\\t") ? "\t" : separator);
        try (BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
            int line = 0;
            for (String text; (text = in.readLine()) != null && into.count < SeriesDraft.MOST; line++) {
                List<String> cells = Arrays.stream(text.split(split)).map(String::strip).toList();
                if (line < headerLines || line == 0 && headerLines == 0 && !(valueName + timeName).isEmpty()) {
                    find(cells);
                } else if (!text.isBlank()) {
                    row(cells, into, zone);
                }
            }
        }
    }

    private void find(List<String> header) {
        valueColumn = valueName.isEmpty() || !header.contains(valueName) ? valueColumn : header.indexOf(valueName) + 1;
        timeColumn = timeName.isEmpty() || !header.contains(timeName) ? timeColumn : header.indexOf(timeName) + 1;
        idColumn = idName.isEmpty() || !header.contains(idName) ? idColumn : header.indexOf(idName) + 1;
    }

    private void row(List<String> cells, SeriesDraft into, ZoneId zone) {
        if (idColumn > 0 && !idValue.isEmpty() && !(idColumn <= cells.size() && cells.get(idColumn - 1).equals(idValue))) {
            return;
        }
        int column = valueColumn > 0 ? valueColumn : timeColumn == 1 ? 2 : 1;
        String cell = column <= cells.size() ? cells.get(column - 1) : "";
        double value = NumberText.of(decimal.equals(",") ? cell.replace(',', '.') : cell);
        if (timeColumn > 0) {
            Instant time = timeColumn <= cells.size() ? SeriesDraft.time(cells.get(timeColumn - 1), zone) : null;
            if (time == null) {
                return;
            }
            into.times.add(time);
        }
        into.value(value);
    }
}
