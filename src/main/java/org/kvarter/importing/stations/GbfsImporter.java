package org.kvarter.importing.stations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.mobility.Mode;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;

/**
 * Stations of shared bicycles, scooters and cars: GBFS 1 to 3, {@code station_information} with the {@code station_status} that lies
 * beside it under the same name.
 */
public final class GbfsImporter implements Importer {

    private static final Texts TEXTS = Texts.in(GbfsImporter.class);
    private static final String INFORMATION = "station_information";
    private static final String STATUS = "station_status";

    @Override
    public String format() {
        return "GBFS";
    }

    @Override
    public List<String> extensions() {
        return List.of(".json");
    }

    @Override
    public boolean isOverDistrict() {
        return true;
    }

    @Override
    public double probe(SourceHead head) {
        String text = head.text();
        boolean stations = text.stripLeading().startsWith("{") && text.contains("\"stations\"") && text.contains("\"station_id\"");
        return !stations ? 0 : text.contains("\"last_updated\"") ? 0.98 : 0.6;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        progress.checkCancelled();
        String name = source.file().getFileName().toString();
        DiagnosticTally notes = new DiagnosticTally(name, TEXTS, sink::diagnostic);
        try {
            JsonNode root = StationRows.tree(source.file());
            StationRows rows = new StationRows(notes);
            boolean placed = false;
            for (JsonNode station : root.path("data").path("stations")) {
                placed |= station.has("lat");
                int row = station.has("lat") || station.has("name") ? rows.station(station.path("station_id"), station.path("lon"), station.path("lat")) : -1;
                if (row >= 0) {
                    information(rows, row, station);
                }
            }
            if (!placed) {
                throw new ImportException(TEXTS.get("statusOnly", name));
            }
            status(source.file(), rows, notes);
            rows.write("GBFS", root.path("version").asText("1"), title(name), Mode.BICYCLE.argb(), "Station", sink);
        } catch (JsonProcessingException e) {
            throw new ImportException(TEXTS.get("notJson", name), e);
        } catch (IOException e) {
            throw new ImportException(TEXTS.get("unreadable", name), e);
        } finally {
            notes.finish();
        }
    }

    private static String title(String name) {
        String base = name.replaceFirst("(?i)\\.json$", "").replaceAll("(?i)[-_ ]?station_information", "");
        return base.isBlank() ? TEXTS.get("layer.bikes") : FileNames.readable(base);
    }

    private static void information(StationRows rows, int row, JsonNode station) {
        rows.set(row, "name", StationRows.words(station.path("name")), "");
        rows.text(row, "address", station.path("address"));
        long capacity = 0;
        for (JsonNode type : station.path("vehicle_types_capacity")) {
            capacity += type.path("count").asLong();
        }
        if (station.has("capacity")) {
            rows.count(row, "capacity", station.path("capacity"));
        } else if (capacity > 0) {
            rows.set(row, "capacity", capacity, "");
        }
    }

    private static void status(Path information, StationRows rows, DiagnosticTally notes) throws IOException {
        String name = information.getFileName().toString();
        Path file = information.resolveSibling(name.replace(INFORMATION, STATUS));
        if (!name.contains(INFORMATION) || !Files.isRegularFile(file)) {
            notes.add(Severity.INFO, "noStatus", "", name.replace(INFORMATION, STATUS));
            return;
        }
        JsonNode root;
        try {
            root = StationRows.tree(file);
        } catch (JsonProcessingException e) {
            notes.add(Severity.WARNING, "badStatus", "", file.getFileName());
            return;
        }
        for (JsonNode station : root.path("data").path("stations")) {
            Optional<Integer> row = rows.row(station.path("station_id").asText(""));
            if (row.isEmpty()) {
                notes.add(Severity.WARNING, "unknown", station.path("station_id").asText(""));
                continue;
            }
            rows.count(row.get(), "available", station.has("num_vehicles_available") ? station.path("num_vehicles_available")
                    : station.path("num_bikes_available"));
            rows.count(row.get(), "free_docks", station.path("num_docks_available"));
            for (JsonNode type : station.path("vehicle_types_available")) {
                rows.count(row.get(), "available " + type.path("vehicle_type_id").asText("?"), type.path("count"));
            }
            rows.set(row.get(), "renting", truth(station.path("is_renting")), "");
            rows.set(row.get(), "reported", moment(station.path("last_reported")), "");
        }
    }

    private static Object truth(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? null : node.isBoolean() ? node.asBoolean() : node.asInt() != 0;
    }

    private static Object moment(JsonNode node) {
        if (node.isNumber() && node.asLong() > 0 && node.asLong() < 1L << 40) {
            return Instant.ofEpochSecond(node.asLong()).toString();
        }
        return node.isTextual() ? node.asText() : null;
    }
}
