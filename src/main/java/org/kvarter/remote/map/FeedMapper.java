package org.kvarter.remote.map;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedRows;
import org.kvarter.remote.RowIssue;
import org.kvarter.text.Texts;

/**
 * Takes rows out of pages by a mapping. A record that cannot be understood costs itself; an answer in which a pointer finds nothing at all
 * has changed its form and is refused, with the keys that were found instead. One use per answer; not thread-safe.
 */
public final class FeedMapper {

    /** Records that are taken of one answer. */
    public static final int MOST_RECORDS = 500_000;

    private static final Texts TEXTS = Texts.in(FeedMapper.class);

    private final FeedMapping mapping;
    private final Instant received;
    private final String onlyPlace;
    private final ZoneId zone;
    private final List<FeedRow> rows = new ArrayList<>();
    private final List<RowIssue> issues = new ArrayList<>();
    private final Map<String, Integer> found = new LinkedHashMap<>();
    private final Map<String, JsonPointer> pointers = new LinkedHashMap<>();
    private int records;
    private JsonNode first;
    private JsonNode page = com.fasterxml.jackson.databind.node.MissingNode.getInstance();

    /**
     * @param received  time of rows that state none
     * @param onlyPlace id of the place where the records name none but tell of a course of time
     */
    public FeedMapper(FeedMapping mapping, Instant received, String onlyPlace) throws FeedException {
        this.mapping = mapping;
        this.received = received;
        this.onlyPlace = onlyPlace;
        this.zone = mapping.zoneId();
        for (String pointer : List.of(mapping.id(), mapping.name(), mapping.time(), mapping.value(), mapping.unitAt(), mapping.latitude(),
                mapping.longitude(), mapping.geometry())) {
            if (!pointer.isEmpty()) {
                pointers.put(pointer, Records.pointer(FeedMapping.isOfPage(pointer) ? pointer.substring(1) : pointer));
                found.put(pointer, 0);
            }
        }
    }

    /** Takes a page and tells how many records it held. */
    public int read(JsonNode page) throws FeedException {
        List<Records.Entry> entries = Records.of(page, mapping);
        if (records + entries.size() > MOST_RECORDS) {
            throw FeedException.lasting(TEXTS.get("records.many", MOST_RECORDS));
        }
        this.page = page;
        entries.forEach(this::take);
        return entries.size();
    }

    /** The page that records taken one by one are of. */
    void of(JsonNode whole) {
        page = whole;
    }

    void take(Records.Entry entry) {
        if (first == null) {
            first = entry.node();
        }
        row(entry);
        records++;
    }

    List<FeedRow> rows() {
        return rows;
    }

    List<RowIssue> issues() {
        return issues;
    }

    /** What came of the pages, whether or not every pointer found something. */
    public FeedRows soFar() {
        return new FeedRows(records, rows, issues, List.of());
    }

    /**
     * What all pages came to.
     *
     * @throws FeedException where there are records, and the pointer to id, time, value or place finds nothing in any
     */
    public FeedRows result() throws FeedException {
        if (records > 0) {
            for (String needed : List.of(mapping.value(), mapping.id(), mapping.time(), mapping.latitude(), mapping.longitude(), mapping.geometry())) {
                if (!needed.isEmpty() && found.get(needed) == 0) {
                    throw FeedException.lasting(TEXTS.get("changed", needed, Records.found(first)) );
                }
            }
        }
        return new FeedRows(records, rows, issues, List.of());
    }

    private JsonNode at(JsonNode record, String pointer) {
        if (pointer.isEmpty()) {
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
        JsonNode node = (FeedMapping.isOfPage(pointer) ? page : record).at(pointers.get(pointer));
        if (!node.isMissingNode()) {
            found.merge(pointer, 1, Integer::sum);
        }
        return node;
    }

    private void row(Records.Entry entry) {
        JsonNode record = entry.node();
        String id = id(entry);
        JsonNode name = at(record, mapping.name());
        double[] place = place(record);
        JsonNode unit = at(record, mapping.unitAt());
        double value = value(record);
        Instant time = time(record);
        if (id.isEmpty()) {
            issue(TEXTS.get("row.noId", mapping.id()));
        } else if (time != null) {
            String text = unit.isValueNode() && !unit.isNull() ? unit.asText() : mapping.unit();
            rows.add(new FeedRow(id, name.isValueNode() && !name.isNull() ? name.asText() : "", time, value, text, place[0], place[1]));
        }
    }

    private String id(Records.Entry entry) {
        if (!mapping.id().isEmpty()) {
            JsonNode id = at(entry.node(), mapping.id());
            return id.isValueNode() && !id.isNull() ? id.asText().strip() : "";
        }
        return !entry.key().isEmpty() ? entry.key() : !mapping.time().isEmpty() && mapping.isOnePlace() ? onlyPlace : Integer.toString(records + 1);
    }

    private Instant time(JsonNode record) {
        if (mapping.time().isEmpty()) {
            return received;
        }
        JsonNode node = at(record, mapping.time());
        if (node.isMissingNode() || node.isNull()) {
            issue(TEXTS.get("row.noTime", mapping.time()));
            return null;
        }
        try {
            return Times.of(node, zone);
        } catch (DateTimeException e) {
            issue(TEXTS.get("row.time", shortened(node), mapping.time()));
            return null;
        }
    }

    private double value(JsonNode record) {
        if (mapping.value().isEmpty()) {
            return Double.NaN;
        }
        JsonNode node = at(record, mapping.value());
        if (node.isNumber()) {
            return node.asDouble();
        }
        if (node.isBoolean()) {
            return node.asBoolean() ? 1 : 0;
        }
        if (node.isTextual()) {
            String text = node.asText().strip();
            try {
                return text.isEmpty() ? Double.NaN : Double.parseDouble(text.indexOf('.') < 0 ? text.replace(',', '.') : text);
            } catch (NumberFormatException e) {
                issue(TEXTS.get("row.value", shortened(node), mapping.value()));
                return Double.NaN;
            }
        }
        if (node.isMissingNode()) {
            issue(TEXTS.get("row.noValue", mapping.value()));
        } else if (!node.isNull()) {
            issue(TEXTS.get("row.value", Records.kind(node), mapping.value()));
        }
        return Double.NaN;
    }

    private double[] place(JsonNode record) {
        double[] nowhere = {Double.NaN, Double.NaN};
        if (!mapping.hasPlace()) {
            return nowhere;
        }
        double[] place;
        if (!mapping.geometry().isEmpty()) {
            place = Places.middle(at(record, mapping.geometry()));
        } else {
            place = new double[] {number(at(record, mapping.longitude())), number(at(record, mapping.latitude()))};
        }
        if (place == null || !Double.isFinite(place[0]) || !Double.isFinite(place[1])) {
            issue(TEXTS.get("row.noPlace"));
            return nowhere;
        }
        if (Math.abs(place[1]) > 90 || Math.abs(place[0]) > 180) {
            issue(TEXTS.get("row.place", place[1], place[0]));
            return nowhere;
        }
        return place;
    }

    private static double number(JsonNode node) {
        try {
            return node.isNumber() ? node.asDouble() : node.isTextual() ? Double.parseDouble(node.asText().strip()) : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static String shortened(JsonNode node) {
        String text = node.asText();
        return text.length() > 40 ? text.substring(0, 39) + "…" : text;
    }

    private void issue(String message) {
        if (issues.size() < FeedRows.MOST_ISSUES) {
            issues.add(new RowIssue(records, message));
        }
    }
}
