package org.kvarter.tables.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks through a JSON document for records, token by token. One use. */
final class JsonSurvey {

    private static final int DEEPEST = 24;
    private static final int MOST_PLACES = 20_000;
    /** Records looked at in each place. */
    private static final int LOOKED = 400;
    /** Tokens after which enough has been seen; counts are those seen by then. */
    private static final long MOST_TOKENS = 40_000_000;

    /** Records found in a place. */
    static final class Found {
        private final JsonPlace place;
        private final Set<String> names = new java.util.LinkedHashSet<>();
        private final List<Map<String, Object>> records = new ArrayList<>();
        private long count;

        Found(JsonPlace place) {
            this.place = place;
        }

        JsonPlace place() {
            return place;
        }

        /** Names of all fields, in the order of their appearance. */
        Set<String> names() {
            return names;
        }

        /** The first records. */
        List<Map<String, Object>> records() {
            return records;
        }

        long count() {
            return count;
        }

        private void add(Map<String, Object> record) {
            count++;
            if (names.size() < JsonFlat.MOST_FIELDS) {
                names.addAll(record.keySet());
            }
            if (records.size() < LOOKED) {
                records.add(record);
            }
        }
    }

    /** A record that is being read, and what people call its fields in the records within. */
    private record Frame(String prefix, Map<String, Object> flat) {
    }

    private final JsonParser json;
    private final Map<JsonPlace, Found> found = new LinkedHashMap<>();
    private final List<String> path = new ArrayList<>();
    /** Records that are being read, the outermost first: what they say before their lists holds for those. */
    private final List<Frame> frames = new ArrayList<>();
    private long tokens;
    private boolean complete = true;

    private JsonSurvey(JsonParser json) {
        this.json = json;
    }

    /** All places with records, those with most cells first. */
    static List<Found> of(JsonParser json) throws IOException {
        JsonSurvey survey = new JsonSurvey(json);
        survey.document();
        return survey.found.values().stream().filter(f -> f.count > 0 && !f.names.isEmpty())
                .sorted(java.util.Comparator.comparingDouble((Found f) -> -Math.log1p(f.count) * Math.min(20, f.names.size()))).toList();
    }

    private Found at(JsonPlace.Form form) {
        JsonPlace place = new JsonPlace(path, form);
        Found known = found.get(place);
        if (known == null && found.size() < MOST_PLACES) {
            known = new Found(place);
            found.put(place, known);
        }
        return known;
    }

    private void document() throws IOException {
        int roots = 0;
        Map<String, Object> first = null;
        for (JsonToken token = next(); token != null && complete; token = next()) {
            roots++;
            if (token == JsonToken.START_ARRAY) {
                list();
            } else if (token == JsonToken.START_OBJECT) {
                Map<String, Object> flat = objectOf(roots > 1);
                first = roots == 1 ? flat : first;
                Found lines = roots > 1 ? at(JsonPlace.Form.LIST) : null;
                if (lines != null) {
                    if (roots == 2 && first != null) {
                        lines.add(first);
                    }
                    lines.add(flat);
                }
            }
        }
    }

    private JsonToken next() throws IOException {
        complete &= ++tokens < MOST_TOKENS;
        return complete ? json.nextToken() : null;
    }

    /** The elements of a list whose start was read. */
    private void list() throws IOException {
        path.add(JsonPlace.EACH);
        Found records = null;
        Found rows = null;
        for (JsonToken token = next(); token != null && token != JsonToken.END_ARRAY; token = next()) {
            if (token == JsonToken.START_OBJECT) {
                Map<String, Object> flat = objectOf(false);
                path.remove(path.size() - 1);
                records = records == null ? at(JsonPlace.Form.LIST) : records;
                path.add(JsonPlace.EACH);
                if (records != null) {
                    records.add(flat);
                }
            } else if (token == JsonToken.START_ARRAY) {
                Map<String, Object> row = new LinkedHashMap<>();
                boolean plain = row(row);
                if (plain && row.size() > 1) {
                    path.remove(path.size() - 1);
                    rows = rows == null ? at(JsonPlace.Form.ROWS) : rows;
                    path.add(JsonPlace.EACH);
                    if (rows != null) {
                        rows.add(row);
                    }
                }
            }
        }
        path.remove(path.size() - 1);
    }

    private boolean row(Map<String, Object> row) throws IOException {
        boolean plain = true;
        for (JsonToken token = next(); token != null && token != JsonToken.END_ARRAY; token = next()) {
            if (token.isStructStart()) {
                json.skipChildren();
                plain = false;
            } else if (row.size() < JsonFlat.MOST_FIELDS) {
                row.put(Integer.toString(row.size() + 1), JsonFlat.scalar(json));
            }
        }
        return plain;
    }

    /** An object whose start was read, flattened; records inside of it are found on the way. @param shallow whether not to look inside */
    private Map<String, Object> objectOf(boolean shallow) throws IOException {
        Map<String, Object> flat = new LinkedHashMap<>();
        Map<String, Map<String, Object>> children = new LinkedHashMap<>();
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        int others = 0;
        boolean element = !path.isEmpty() && path.get(path.size() - 1).equals(JsonPlace.EACH);
        if (element) {
            frames.add(new Frame(new JsonPlace(path, JsonPlace.Form.LIST).prefix(), flat));
        }
        while (next() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken token = next();
            if (token == null) {
                break;
            }
            if (token.isStructStart() && path.size() > DEEPEST) {
                json.skipChildren();
                continue;
            }
            path.add(name);
            if (token == JsonToken.START_OBJECT) {
                Map<String, Object> child = objectOf(shallow);
                if (children.size() < LOOKED) {
                    children.put(name, child);
                } else {
                    children.put(name, Map.of());
                }
                child.forEach((n, v) -> {
                    if (flat.size() < JsonFlat.MOST_FIELDS) {
                        flat.put(name + "." + n, v);
                    }
                });
            } else if (token == JsonToken.START_ARRAY) {
                field(name, flat, lists);
            } else {
                others++;
                if (flat.size() < JsonFlat.MOST_FIELDS) {
                    flat.put(name, JsonFlat.scalar(json));
                }
            }
            path.remove(path.size() - 1);
        }
        if (element) {
            frames.remove(frames.size() - 1);
        }
        columns(lists);
        map(children, others);
        return flat;
    }

    /** A field that is a list: of records, of values, or of lists. */
    private void field(String name, Map<String, Object> flat, Map<String, List<Object>> lists) throws IOException {
        List<Object> values = new ArrayList<>();
        long length = 0;
        boolean plain = true;
        path.add(JsonPlace.EACH);
        Found records = null;
        Found rows = null;
        for (JsonToken token = next(); token != null && token != JsonToken.END_ARRAY; token = next()) {
            length++;
            if (token == JsonToken.START_OBJECT) {
                plain = false;
                Map<String, Object> record = objectOf(false);
                records = records == null ? parent(JsonPlace.Form.LIST) : records;
                if (records != null) {
                    records.add(within(record));
                }
            } else if (token == JsonToken.START_ARRAY) {
                plain = false;
                Map<String, Object> row = new LinkedHashMap<>();
                if (row(row) && row.size() > 1) {
                    rows = rows == null ? parent(JsonPlace.Form.ROWS) : rows;
                    if (rows != null) {
                        rows.add(row);
                    }
                }
            } else if (values.size() < LOOKED) {
                values.add(JsonFlat.scalar(json));
            }
        }
        path.remove(path.size() - 1);
        if (!plain) {
            return;
        }
        if (length <= 4) {
            for (int i = 0; i < values.size() && flat.size() < JsonFlat.MOST_FIELDS; i++) {
                flat.put(length == 1 ? name : name + "." + i, values.get(i));
            }
        }
        if (length > 1 && lists.size() < JsonFlat.MOST_FIELDS) {
            values.add(0, length);
            lists.put(name, values);
        }
    }

    /** A record with what the records around it say of it. */
    private Map<String, Object> within(Map<String, Object> record) {
        if (frames.isEmpty()) {
            return record;
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        for (Frame frame : frames) {
            frame.flat.forEach((name, value) -> {
                if (!name.contains(".")) {
                    whole.put(frame.prefix + name, value);
                }
            });
        }
        whole.putAll(record);
        return whole;
    }

    private Found parent(JsonPlace.Form form) {
        path.remove(path.size() - 1);
        Found at = at(form);
        path.add(JsonPlace.EACH);
        return at;
    }

    /** Lists of equal length side by side are columns. The length stands first in each. */
    private void columns(Map<String, List<Object>> lists) {
        if (lists.size() < 2) {
            return;
        }
        long length = (Long) lists.values().iterator().next().get(0);
        if (length < 2 || lists.values().stream().anyMatch(l -> (Long) l.get(0) != length)) {
            return;
        }
        Found at = at(JsonPlace.Form.COLUMNS);
        if (at == null || at.count > 0) {
            return;
        }
        for (int i = 1; i <= Math.min(length, LOOKED); i++) {
            Map<String, Object> record = new LinkedHashMap<>();
            for (Map.Entry<String, List<Object>> list : lists.entrySet()) {
                record.put(list.getKey(), i < list.getValue().size() ? list.getValue().get(i) : null);
            }
            at.add(record);
        }
        at.count = length;
    }

    /** Objects side by side that have most of their fields in common are records by key. */
    private void map(Map<String, Map<String, Object>> children, int others) {
        if (children.size() < 3 || others > 0) {
            return;
        }
        Set<String> first = null;
        for (Map<String, Object> child : children.values().stream().limit(50).toList()) {
            Set<String> shared = new HashSet<>();
            child.keySet().forEach(name -> shared.add(name.contains(".") ? name.substring(0, name.indexOf('.')) : name));
            if (first == null) {
                first = shared;
                continue;
            }
            int size = Math.max(first.size(), shared.size());
            shared.retainAll(first);
            if (size == 0 || 2 * shared.size() < size) {
                return;
            }
        }
        // what lies inside of its records is told with them, not once for each key
        found.keySet().removeIf(p -> p.path().size() > path.size() && p.path().subList(0, path.size()).equals(path));
        Found at = at(JsonPlace.Form.MAP);
        if (at != null && at.count == 0) {
            children.forEach((key, child) -> {
                Map<String, Object> record = new LinkedHashMap<>();
                record.put("key", key);
                record.putAll(child);
                at.add(record);
            });
        }
    }
}
