package org.kvarter.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.LayerCharts;
import org.kvarter.analysis.Privacy;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Section;
import org.kvarter.model.Viewpoint;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.remote.FeedSource;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.DataNote;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.Scenario;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.text.Texts;

/**
 * Takes out of a project's form what cannot be understood, entry by entry, so that the rest opens; each is told in a sentence. A part that
 * is as it should be is left alone.
 */
final class Repair {

    private static final Texts TEXTS = Texts.in(Repair.class);
    private static final Map<String, Class<?>> LISTS = Map.of("sources", ProjectSource.class, "layers", ProjectLayer.class,
            "viewpoints", Viewpoint.class, "overlays", OverlaySpec.class, "series", SeriesSource.class, "pins", ProjectPin.class,
            "feeds", FeedSource.class, "recipes", ImportRecipe.class);
    private static final Map<String, Class<?>> PARTS = Map.of("frame", LocalFrame.class, "clock", ProjectClock.class);
    private static final List<String> TEXT_FIELDS = List.of("name", "activeOverlay", "filter", "filterMode");
    /** What these are called must be distinct: other parts name them so. */
    private static final Set<String> DISTINCT = Set.of("feeds", "overlays", "scenarios", "kpis", "recipes");

    private final ObjectMapper mapper;
    private final List<String> problems = new ArrayList<>();

    private Repair(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** Mends {@code root} in place and answers what was left out, in sentences. */
    static List<String> mend(ObjectNode root, ObjectMapper mapper) {
        Repair repair = new Repair(mapper);
        repair.viewpoints(root);
        LISTS.forEach((field, type) -> repair.list(root, field, type, ""));
        PARTS.forEach((field, type) -> repair.part(root, field, type, ""));
        TEXT_FIELDS.forEach(field -> repair.text(root, field, ""));
        if (!isAbsent(root, "scenarios")) {
            repair.scenarios(root);
        }
        if (!isAbsent(root, "dataBook")) {
            repair.dataBook(root);
        }
        return repair.problems;
    }

    /** A camera whose section is damaged is still a camera. */
    private void viewpoints(ObjectNode root) {
        for (JsonNode viewpoint : root.path("viewpoints")) {
            if (viewpoint.isObject()) {
                part((ObjectNode) viewpoint, "section", Section.class, TEXTS.get("repair.in", label(viewpoint, 0)));
            }
        }
    }

    private void scenarios(ObjectNode root) {
        if (!root.get("scenarios").isObject()) {
            leaveOut(root, "scenarios", "");
            return;
        }
        ObjectNode book = (ObjectNode) root.get("scenarios");
        for (JsonNode scenario : book.path("scenarios")) {
            if (scenario.isObject()) {
                String in = TEXTS.get("repair.in", label(scenario, 0));
                list((ObjectNode) scenario, "assumptions", Assumption.class, in);
                list((ObjectNode) scenario, "measures", Measure.class, in);
                List.of("name", "description", "base").forEach(field -> text((ObjectNode) scenario, field, in));
            }
        }
        list(book, "scenarios", Scenario.class, "");
        list(book, "kpis", Kpi.class, "");
        list(book, "notes", DataNote.class, "");
        part(book, "compared", Pair.class, "");
        text(book, "active", "");
    }

    private void dataBook(ObjectNode root) {
        if (!root.get("dataBook").isObject()) {
            leaveOut(root, "dataBook", "");
            return;
        }
        ObjectNode book = (ObjectNode) root.get("dataBook");
        list(book, "columns", DerivedColumn.class, "");
        list(book, "summaries", AreaSummary.class, "");
        list(book, "records", DataRecord.class, "");
        list(book, "charts", LayerCharts.class, "");
        part(book, "privacy", Privacy.class, "");
    }

    private static boolean isAbsent(ObjectNode node, String field) {
        return node.path(field).isMissingNode() || node.path(field).isNull();
    }

    private void list(ObjectNode parent, String field, Class<?> type, String in) {
        if (isAbsent(parent, field)) {
            return;
        }
        if (!parent.get(field).isArray()) {
            leaveOut(parent, field, in);
            return;
        }
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (Iterator<JsonNode> entries = ((ArrayNode) parent.get(field)).elements(); entries.hasNext();) {
            JsonNode entry = entries.next();
            number++;
            boolean again = DISTINCT.contains(field) && !ids.add(entry.path("id").asText());
            if (!isUnderstood(entry, type) || again) {
                entries.remove();
                problems.add(TEXTS.get(again && isUnderstood(entry, type) ? "repair.again" : "repair.entry", TEXTS.get("repair." + field), label(entry, number), in));
            }
        }
    }

    private void part(ObjectNode parent, String field, Class<?> type, String in) {
        if (!isAbsent(parent, field) && !isUnderstood(parent.get(field), type)) {
            leaveOut(parent, field, in);
        }
    }

    private void text(ObjectNode parent, String field, String in) {
        if (!isAbsent(parent, field) && !parent.get(field).isValueNode()) {
            leaveOut(parent, field, in);
        }
    }

    private void leaveOut(ObjectNode parent, String field, String in) {
        parent.remove(field);
        problems.add(TEXTS.get("repair.field", field, in));
    }

    private boolean isUnderstood(JsonNode node, Class<?> type) {
        try {
            return node.isObject() && mapper.treeToValue(node, type) != null;
        } catch (JsonProcessingException | RuntimeException e) {
            return false;
        }
    }

    /** What people call an entry, or else its number. */
    private static String label(JsonNode entry, int number) {
        for (String field : List.of("name", "title", "id", "file", "data")) {
            String called = LocalTextForm.read(entry.path(field)).shown();
            if (!called.isEmpty()) {
                return "“" + called + "”";
            }
        }
        return Integer.toString(number);
    }
}
