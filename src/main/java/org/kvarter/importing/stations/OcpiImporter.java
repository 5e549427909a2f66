package org.kvarter.importing.stations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** Charging stations: OCPI 2.1 and 2.2 locations as JSON, bare or in the envelope of an answer. */
public final class OcpiImporter implements Importer {

    private static final Texts TEXTS = Texts.in(OcpiImporter.class);
    private static final int ARGB = 0xFF009E73;

    @Override
    public String format() {
        return "OCPI";
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
        String start = text.stripLeading();
        boolean json = start.startsWith("{") || start.startsWith("[");
        return json && text.contains("\"evses\"") && text.contains("\"coordinates\"") ? 0.98 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        progress.checkCancelled();
        String name = source.file().getFileName().toString();
        DiagnosticTally notes = new DiagnosticTally(name, TEXTS, sink::diagnostic);
        try {
            JsonNode root = StationRows.tree(source.file());
            JsonNode locations = root.isArray() ? root : root.path("data");
            StationRows rows = new StationRows(notes);
            for (JsonNode location : locations.isArray() ? locations : List.of(locations.isObject() ? locations : root)) {
                JsonNode place = location.path("coordinates");
                int row = location.has("evses") || location.has("coordinates")
                        ? rows.station(location.path("id"), place.path("longitude"), place.path("latitude")) : -1;
                if (row >= 0) {
                    location(rows, row, location);
                }
            }
            if (rows.size() == 0) {
                throw new ImportException(TEXTS.get("noLocations", name));
            }
            rows.write("OCPI", "2", TEXTS.get("layer.chargers"), ARGB, "ChargingStation", sink);
        } catch (JsonProcessingException e) {
            throw new ImportException(TEXTS.get("notJson", name), e);
        } catch (IOException e) {
            throw new ImportException(TEXTS.get("unreadable", name), e);
        } finally {
            notes.finish();
        }
    }

    private static void location(StationRows rows, int row, JsonNode location) {
        rows.text(row, "name", location.path("name"));
        rows.text(row, "address", location.path("address"));
        rows.text(row, "operator", location.path("operator").path("name"));
        long points = 0;
        long available = 0;
        long charging = 0;
        long broken = 0;
        double power = 0;
        for (JsonNode evse : location.path("evses")) {
            points++;
            switch (evse.path("status").asText("")) {
                case "AVAILABLE" -> available++;
                case "CHARGING" -> charging++;
                case "INOPERATIVE", "OUTOFORDER", "BLOCKED" -> broken++;
                default -> {
                }
            }
            double strongest = 0;
            for (JsonNode connector : evse.path("connectors")) {
                strongest = Math.max(strongest, watts(connector));
            }
            power += strongest;
        }
        rows.set(row, "capacity", points, "");
        rows.set(row, "available", available, "");
        rows.set(row, "charging", charging, "");
        rows.set(row, "out_of_order", broken, "");
        if (power > 0) {
            rows.set(row, "power", power / 1000, "kW");
        }
    }

    /** Greatest power of a connector, watts: as stated, else voltage × current × phases. */
    private static double watts(JsonNode connector) {
        double stated = StationRows.number(connector.path("max_electric_power"));
        if (stated > 0) {
            return stated;
        }
        double volts = StationRows.number(connector.path(connector.has("max_voltage") ? "max_voltage" : "voltage"));
        double amperes = StationRows.number(connector.path(connector.has("max_amperage") ? "max_amperage" : "amperage"));
        int phases = connector.path("power_type").asText("").equals("AC_3_PHASE") ? 3 : 1;
        double product = volts * amperes * phases;
        return Double.isFinite(product) ? product : 0;
    }
}
