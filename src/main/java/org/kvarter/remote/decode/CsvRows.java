package org.kvarter.remote.decode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.kvarter.remote.FeedJson;

/**
 * A table of text as a list of its rows (RFC 4180, and what is called CSV beside it): the first row names the columns, cells that are numbers
 * become numbers. The delimiter is the one that the first row holds most of. Stateless.
 */
final class CsvRows {

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int MOST_ROWS = 500_000;

    private CsvRows() {
    }

    /**
     * The rows; empty where it is no table: not text, a single column, or nothing but a head.
     *
     * @param media media type without parameters; anything but a text has to look like a table by its first two rows
     */
    static Optional<JsonNode> read(byte[] body, String media) {
        Optional<String> text = text(body);
        if (text.isEmpty() || media.endsWith("json")) {
            return Optional.empty();
        }
        String head = text.get().lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        char delimiter = DELIMITERS.stream().max((a, b) -> Long.compare(count(head, a), count(head, b))).orElseThrow();
        if (count(head, delimiter) == 0) {
            return Optional.empty();
        }
        boolean decimalComma = delimiter != ',';
        ArrayNode rows = FeedJson.MAPPER.createArrayNode();
        String[] names = null;
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(delimiter).ofCsvRecord(text.get())) {
            for (CsvRecord record : reader) {
                if (names == null) {
                    names = record.getFields().stream().map(String::strip).toArray(String[]::new);
                } else if (record.getFieldCount() == names.length && rows.size() < MOST_ROWS) {
                    rows.add(row(names, record, decimalComma));
                } else if (rows.isEmpty()) {
                    return Optional.empty();
                }
            }
        } catch (CsvParseException | java.io.IOException e) {
            return Optional.empty();
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows);
    }

    private static ObjectNode row(String[] names, CsvRecord record, boolean decimalComma) {
        ObjectNode row = FeedJson.MAPPER.createObjectNode();
        for (int i = 0; i < names.length; i++) {
            String cell = record.getField(i).strip();
            String name = names[i].isEmpty() ? "column" + (i + 1) : names[i];
            // an id such as 0042 or a telephone number is no number
            String plain = decimalComma && cell.indexOf('.') < 0 ? cell.replace(',', '.') : cell;
            if (plain.matches("-?(0|[1-9]\\d{0,14})(\\.\\d+)?([eE][-+]?\\d{1,3})?")) {
                row.put(name, Double.parseDouble(plain));
                if (plain.matches("-?\\d+")) {
                    row.put(name, Long.parseLong(plain));
                }
            } else if (!cell.isEmpty()) {
                row.put(name, cell);
            }
        }
        return row;
    }

    private static Optional<String> text(byte[] body) {
        for (byte b : body) {
            if (b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t') {
                return Optional.empty();
            }
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(body)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            return Optional.of(new String(body, StandardCharsets.ISO_8859_1));
        }
    }

    private static long count(String line, char delimiter) {
        return line.chars().filter(c -> c == delimiter).count();
    }
}
