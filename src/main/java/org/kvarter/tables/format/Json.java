package org.kvarter.tables.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormat;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Texts;

/** JSON (RFC 8259) and JSON lines: every place with records is a table, nested fields are flattened with dots. Streamed; nothing is kept whole. */
final class Json implements TableFormat {

    static final Texts TEXTS = Texts.in(Json.class);

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(200).maxStringLength(4 << 20).maxNumberLength(400).build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
    private static final int MOST_TABLES = 30;

    @Override
    public String name() {
        return "JSON";
    }

    @Override
    public int score(String fileName, byte[] head) {
        int at = 0;
        while (at < head.length && (head[at] <= ' ' && head[at] >= 0 || (head[at] & 0xff) >= 0xef && at < 3 || (head[at] & 0xff) == 0xbb || (head[at] & 0xff) == 0xbf)) {
            at++;
        }
        boolean begins = at < head.length && (head[at] == '{' || head[at] == '[');
        return !begins ? 0 : fileName.matches(".*\\.(json|jsonl|ndjson|geojson|jsonld)(\\.gz)?") ? 70 : 40;
    }

    @Override
    public List<TableSource> open(Path file, TableOptions options) throws TableException {
        String fileName = String.valueOf(file.getFileName());
        List<JsonSurvey.Found> found;
        try (JsonParser json = parser(file)) {
            found = JsonSurvey.of(json);
        } catch (IOException | RuntimeException e) {
            throw TableFormats.unreadable(file, e);
        }
        List<TableSource> tables = new ArrayList<>();
        for (JsonSurvey.Found at : found.subList(0, Math.min(MOST_TABLES, found.size()))) {
            tables.add(table(file, fileName, at, options));
        }
        if (tables.isEmpty()) {
            throw new TableException(TEXTS.get("json.noRecords", fileName));
        }
        return tables;
    }

    private static TableSource table(Path file, String fileName, JsonSurvey.Found at, TableOptions options) {
        List<String> names = List.copyOf(at.names());
        List<Object[]> rows = new ArrayList<>();
        for (Map<String, Object> record : at.records()) {
            rows.add(names.stream().map(record::get).toArray());
        }
        String name = at.place().path().isEmpty() ? fileName : at.place().shown() + (at.place().form() == JsonPlace.Form.LIST ? "" : " (" + TEXTS.get("json.form." + at.place().form()) + ")");
        List<TableNote> notes = List.of(new TableNote(TableNote.Topic.LAYOUT, TEXTS.get("json.place", at.place().shown(), at.count())));
        if (at.place().form() == JsonPlace.Form.ROWS) {
            Grid grid = Grid.of(rows, false, options);
            return new PlainTable(file, "JSON", name, grid.columns(), options, notes, OptionalLong.of(at.count() - grid.dataRow()),
                    () -> skipping(cursor(file, at.place(), names), grid.dataRow()));
        }
        return new PlainTable(file, "JSON", name, Typed.columns(names, rows), options, notes, OptionalLong.of(at.count()), () -> cursor(file, at.place(), names));
    }

    private static JsonCursor skipping(JsonCursor cursor, int rows) throws TableException {
        for (int i = 0; i < rows; i++) {
            cursor.next();
        }
        return cursor;
    }

    static JsonCursor cursor(Path file, JsonPlace place, List<String> names) throws TableException {
        try {
            return new JsonCursor(file, parser(file), place, names);
        } catch (IOException e) {
            throw TableFormats.unreadable(file, e);
        }
    }

    /** A parser at the beginning of a file, gzipped or not. */
    static JsonParser parser(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(4);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return FACTORY.createParser(packed ? new GZIPInputStream(in, 1 << 16) : in);
    }

    /** The value of a path of names, as a text; empty where it is none. Reads no further than there. */
    static String value(Path file, String... names) throws IOException {
        try (JsonParser json = parser(file)) {
            int depth = 0;
            json.nextToken();
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.FIELD_NAME && json.currentName().equals(names[depth])) {
                    token = json.nextToken();
                    if (++depth == names.length) {
                        return token.isScalarValue() ? json.getText() : "";
                    }
                    if (token != JsonToken.START_OBJECT) {
                        return "";
                    }
                } else if (token == JsonToken.FIELD_NAME) {
                    json.nextToken();
                    json.skipChildren();
                } else if (token == JsonToken.END_OBJECT) {
                    return "";
                }
            }
            return "";
        }
    }
}
