package org.kvarter.importing.trips;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.mobility.Mode;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** Streams the features of a GeoJSON document into tracks. One use. */
final class TripFeatures {

    private static final Set<String> TIMES = Set.of("timestamps", "coordtimes", "times");
    private static final Set<String> MODES = Set.of("mode", "transport_mode", "vehicle_type", "vehicle", "type", "class");
    private static final int DEEPEST = 100;

    private final Tracks tracks;
    private final DiagnosticTally notes;
    private final Progress progress;
    private final String file;
    private final Set<String> ids = new HashSet<>();
    private String crs;
    private long features;

    /** The feature that is being read. */
    private String id;
    private final Map<String, Object> properties = new LinkedHashMap<>();
    private double[] places = new double[64];
    private int size;
    private double[] times = new double[64];
    private int timeCount;
    private boolean isLine;

    TripFeatures(Tracks tracks, DiagnosticTally notes, Progress progress, String file) {
        this.tracks = tracks;
        this.notes = notes;
        this.progress = progress;
        this.file = file;
    }

    Optional<String> crs() {
        return Optional.ofNullable(crs);
    }

    void read(JsonParser p) throws IOException {
        if (p.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        root(p);
    }

    private void root(JsonParser p) throws IOException {
        while (p.nextToken() == JsonToken.FIELD_NAME) {
            String name = p.currentName();
            JsonToken token = p.nextToken();
            if (name.equals("features") && token == JsonToken.START_ARRAY) {
                while (p.nextToken() == JsonToken.START_OBJECT) {
                    feature(p);
                }
            } else if (name.equals("crs") && token == JsonToken.START_OBJECT) {
                crs(p);
            } else {
                p.skipChildren();
            }
        }
    }

    private void crs(JsonParser p) throws IOException {
        int depth = 1;
        while (depth > 0 && p.nextToken() != null) {
            depth += p.currentToken().isStructStart() ? 1 : p.currentToken().isStructEnd() ? -1 : 0;
            if (p.currentToken() == JsonToken.VALUE_STRING && "name".equals(p.currentName()) && !p.getText().equals("name")) {
                crs = p.getText();
            }
        }
    }

    private void feature(JsonParser p) throws IOException {
        if ((++features & 0x3FF) == 0) {
            progress.checkCancelled();
            progress.report(Double.NaN, Texts.in(TripFeatures.class).get("reading", file, features));
        }
        id = null;
        properties.clear();
        size = 0;
        timeCount = 0;
        isLine = false;
        while (p.nextToken() == JsonToken.FIELD_NAME) {
            String name = p.currentName();
            JsonToken token = p.nextToken();
            switch (name) {
                case "id" -> id = token.isScalarValue() ? p.getText() : null;
                case "properties" -> properties(p, token);
                case "geometry" -> geometry(p, token);
                default -> p.skipChildren();
            }
        }
        finish();
    }

    private void properties(JsonParser p, JsonToken start) throws IOException {
        if (start != JsonToken.START_OBJECT) {
            p.skipChildren();
            return;
        }
        while (p.nextToken() == JsonToken.FIELD_NAME) {
            String name = p.currentName();
            JsonToken token = p.nextToken();
            if (TIMES.contains(name.toLowerCase(java.util.Locale.ROOT)) && token == JsonToken.START_ARRAY) {
                times(p);
            } else if (name.equals("coordinateProperties") && token == JsonToken.START_OBJECT) {
                properties(p, token);
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL && properties.size() < 200) {
                properties.put(name, token.isNumeric() ? (Object) p.getDoubleValue() : token.isBoolean() ? p.getBooleanValue() : p.getText());
            } else {
                p.skipChildren();
            }
        }
    }

    private void times(JsonParser p) throws IOException {
        int depth = 1;
        while (depth > 0 && p.nextToken() != null) {
            JsonToken token = p.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token.isScalarValue()) {
                if (timeCount == times.length) {
                    times = Arrays.copyOf(times, 2 * timeCount);
                }
                times[timeCount++] = token.isNumeric() ? p.getDoubleValue() : moment(p.getText());
            }
        }
    }

    private static double moment(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli() / 1000.0;
        } catch (DateTimeException e) {
            try {
                return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC).toEpochMilli() / 1000.0;
            } catch (DateTimeException f) {
                return Double.NaN;
            }
        }
    }

    private void geometry(JsonParser p, JsonToken start) throws IOException {
        if (start != JsonToken.START_OBJECT) {
            p.skipChildren();
            return;
        }
        while (p.nextToken() == JsonToken.FIELD_NAME) {
            String name = p.currentName();
            JsonToken token = p.nextToken();
            if (name.equals("type")) {
                isLine = p.getText().endsWith("LineString");
            } else if (name.equals("coordinates") && token == JsonToken.START_ARRAY) {
                coordinates(p, 0);
            } else {
                p.skipChildren();
            }
        }
    }

    /** Points at whatever depth; a line of several parts is one track. */
    private void coordinates(JsonParser p, int depth) throws IOException {
        double[] place = {Double.NaN, Double.NaN, 0, Double.NaN};
        int k = 0;
        while (p.nextToken() != JsonToken.END_ARRAY && p.currentToken() != null) {
            if (p.currentToken() == JsonToken.START_ARRAY && depth < DEEPEST) {
                coordinates(p, depth + 1);
            } else if (p.currentToken().isNumeric() && k < 4) {
                place[k++] = p.getDoubleValue();
            } else {
                p.skipChildren();
            }
        }
        if (k >= 2) {
            if (3 * size + 3 > places.length) {
                places = Arrays.copyOf(places, 2 * places.length);
            }
            places[3 * size] = place[0];
            places[3 * size + 1] = place[1];
            places[3 * size + 2] = place[3];
            size++;
        }
    }

    private void finish() {
        String name = id != null ? id : properties.getOrDefault("id", features).toString().replaceAll("\\.0$", "");
        boolean listed = timeCount >= size && size > 0;
        boolean fourth = size > 0 && !Double.isNaN(places[2]);
        if (!isLine || size < 2 || !listed && !fourth) {
            notes.add(Severity.WARNING, isLine ? "noTimes" : "noLine", name);
            return;
        }
        String distinct = name;
        for (int n = 2; !ids.add(distinct); n++) {
            distinct = name + "-" + n;
        }
        int track = tracks.track(distinct, mode());
        properties.forEach((key, value) -> {
            if (!key.equals("mode")) {
                tracks.attributes().set(track, key, value);
            }
        });
        double before = Double.NEGATIVE_INFINITY;
        boolean back = false;
        for (int i = 0; i < size; i++) {
            double time = listed ? times[i] : places[3 * i + 2];
            back |= time < before;
            before = Math.max(before, time);
            tracks.add(track, time, places[3 * i], places[3 * i + 1]);
        }
        if (back) {
            notes.add(Severity.WARNING, "backwards", distinct);
        }
    }

    private Mode mode() {
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            if (MODES.contains(property.getKey().toLowerCase(java.util.Locale.ROOT))) {
                Mode mode = Mode.ofWord(property.getValue().toString());
                if (mode != Mode.OTHER) {
                    return mode;
                }
            }
        }
        return Mode.OTHER;
    }
}
