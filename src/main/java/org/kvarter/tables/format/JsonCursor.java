package org.kvarter.tables.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.tables.RowCursor;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableRow;

/** Streams the records of one place of a JSON document. One use, one thread. */
final class JsonCursor implements RowCursor {

    /** Cells of lists that must be known whole before a row is. */
    private static final long MOST_CELLS = 60_000_000;

    private final Path file;
    private final JsonParser json;
    private final JsonPlace place;
    private final Map<String, Integer> index = new HashMap<>();
    private final int width;
    private final List<String> at = new ArrayList<>();
    /** What is said so far in each object that is being read; as long as {@code at}. */
    private final List<Map<String, Object>> said = new ArrayList<>();
    private String field = "";
    private long line;
    private List<Object>[] columns;
    private int column;

    /** @param names columns in order; fields that are none of them are left out */
    JsonCursor(Path file, JsonParser json, JsonPlace place, List<String> names) {
        this.file = file;
        this.json = json;
        this.place = place;
        this.width = names.size();
        for (String name : names) {
            index.putIfAbsent(name, index.size());
        }
    }

    @Override
    public TableRow next() throws TableException {
        try {
            if (columns != null) {
                return ofColumns();
            }
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                switch (token) {
                    case FIELD_NAME -> field = json.currentName();
                    case START_OBJECT, START_ARRAY -> {
                        at.add(name());
                        said.add(new LinkedHashMap<>());
                        TableRow row = begun(token);
                        if (row != null) {
                            return row;
                        }
                        field = token == JsonToken.START_ARRAY && !at.isEmpty() ? JsonPlace.EACH : field;
                    }
                    case END_OBJECT, END_ARRAY -> ended();
                    default -> {
                        if (!said.isEmpty() && json.getParsingContext().inObject() && said.get(said.size() - 1).size() < JsonFlat.MOST_FIELDS) {
                            said.get(said.size() - 1).put(field, JsonFlat.scalar(json));
                        }
                    }
                }
            }
            return null;
        } catch (IOException | RuntimeException e) {
            throw TableFormats.unreadable(file, e);
        }
    }

    /** Name of what begins here: the root, an element of a list, or a field. */
    private String name() {
        return json.getParsingContext().getParent() == null || json.getParsingContext().getParent().inRoot() ? ""
                : json.getParsingContext().getParent().inArray() ? JsonPlace.EACH : field;
    }

    private void ended() {
        if (!at.isEmpty()) {
            at.remove(at.size() - 1);
            said.remove(said.size() - 1);
        }
    }

    /** The row that begins with this token; {@code null} where none does. Then the parser stands at its end. */
    private TableRow begun(JsonToken token) throws IOException, TableException {
        // the first entry is the root itself
        int depth = at.size() - 1;
        List<String> path = place.path();
        boolean root = path.isEmpty() && depth == 0;
        return switch (place.form()) {
            case LIST -> token == JsonToken.START_OBJECT && (isAt(path, depth, true) || root) ? record(Map.of()) : null;
            case MAP -> token == JsonToken.START_OBJECT && depth == path.size() + 1 && isAt(path, depth, false) ? record(Map.of("key", at.get(depth))) : null;
            case ROWS -> token == JsonToken.START_ARRAY && isAt(path, depth, true) ? row() : null;
            case COLUMNS -> {
                if (token == JsonToken.START_OBJECT && depth == path.size() && prefix(path)) {
                    readColumns();
                    ended();
                    yield ofColumns();
                }
                yield null;
            }
        };
    }

    private boolean isAt(List<String> path, int depth, boolean element) {
        return depth == path.size() + 1 && prefix(path) && (!element || at.get(depth).equals(JsonPlace.EACH));
    }

    private boolean prefix(List<String> path) {
        for (int i = 0; i < path.size(); i++) {
            if (!at.get(i + 1).equals(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    private TableRow record(Map<String, Object> more) throws IOException {
        Object[] cells = new Object[width];
        Map<String, Object> flat = new LinkedHashMap<>(more);
        for (int depth = 1; depth < at.size() - 1; depth++) {
            if (at.get(depth).equals(JsonPlace.EACH)) {
                String prefix = new JsonPlace(at.subList(1, depth + 1), JsonPlace.Form.LIST).prefix();
                said.get(depth).forEach((name, value) -> flat.put(prefix + name, value));
            }
        }
        flat.putAll(JsonFlat.object(json));
        ended();
        flat.forEach((name, value) -> {
            Integer to = index.get(name);
            if (to != null) {
                cells[to] = value;
            }
        });
        return new TableRow(++line, cells);
    }

    private TableRow row() throws IOException {
        List<Object> cells = new ArrayList<>();
        for (JsonToken token = json.nextToken(); token != null && token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token.isStructStart()) {
                json.skipChildren();
            } else if (cells.size() < width) {
                cells.add(JsonFlat.scalar(json));
            }
        }
        ended();
        return new TableRow(++line, cells.toArray());
    }

    @SuppressWarnings("unchecked")
    private void readColumns() throws IOException, TableException {
        columns = (List<Object>[]) new List<?>[width];
        long cells = 0;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            Integer to = index.get(json.currentName());
            JsonToken token = json.nextToken();
            if (token != JsonToken.START_ARRAY || to == null) {
                json.skipChildren();
                continue;
            }
            List<Object> values = new ArrayList<>();
            for (token = json.nextToken(); token != null && token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (token.isStructStart()) {
                    json.skipChildren();
                }
                values.add(token.isStructStart() ? null : JsonFlat.scalar(json));
                if (++cells > MOST_CELLS) {
                    throw new IOException(Json.TEXTS.get("json.tooLarge"));
                }
            }
            columns[to] = values;
        }
    }

    private TableRow ofColumns() {
        Object[] cells = new Object[width];
        boolean any = false;
        for (int i = 0; i < width; i++) {
            if (columns[i] != null && column < columns[i].size()) {
                cells[i] = columns[i].get(column);
                any = true;
            }
        }
        column++;
        return any ? new TableRow(++line, cells) : null;
    }

    @Override
    public void close() {
        try {
            json.close();
        } catch (IOException e) {
            // nothing was written: what cannot be closed is let go
        }
    }
}
