package org.kvarter.importing.citygml;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.city.AttributeRow;
import org.kvarter.model.Severity;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.TimeAxis;

/**
 * Reads time series: the demands of the Energy ADE 1.0, dynamizers of CityGML 3.0 and of the ADE that came before it; values in the document
 * or in a table beside it. Times without an offset are local times of this machine's zone. Not thread-safe.
 */
final class SeriesReader {

    private static final Pattern ID = Pattern.compile("@(?:gml:)?id\\s*=\\s*['\"]([^'\"]+)['\"]|^#?([\\w.-]+)$");
    private static final Pattern NAME = Pattern.compile("@?(?:gml:|gen:)?name\\s*=\\s*['\"]([^'\"]+)['\"]");

    private final Xml x;
    private final Path document;
    private final SeriesStore store;
    private final DiagnosticTally problems;
    private final ZoneId zone = ZoneId.systemDefault();

    /** @param document the file, beside which tables may lie */
    SeriesReader(Xml x, Path document, SeriesStore store, DiagnosticTally problems) {
        this.x = x;
        this.document = document;
        this.store = store;
        this.problems = problems;
    }

    static boolean isOne(String name) {
        return name.equals("EnergyDemand") || name.equals("Dynamizer");
    }

    /**
     * Reads the demand or dynamizer at hand and goes past it.
     *
     * @param owner      id of the object it lies in, empty for none
     * @param attributes of that object, which receive the total; {@code null} for none
     */
    void read(String owner, AttributeRow attributes) throws IOException {
        SeriesDraft draft = new SeriesDraft();
        walk(draft);
        String place = owner;
        if (!draft.attribute.isEmpty()) {
            Matcher id = ID.matcher(draft.attribute);
            // one that lies in an object is that object's, though the path may name a surface of it
            place = owner.isEmpty() && id.find() ? id.group(1) != null ? id.group(1) : id.group(2) : owner;
            Matcher name = NAME.matcher(draft.attribute);
            draft.attribute = name.find() ? name.group(1) : draft.attribute.substring(draft.attribute.lastIndexOf('/') + 1);
        }
        if (draft.file.isGiven() && draft.count == 0) {
            Path table = draft.file.path(document);
            if (table == null) {
                problems.add(Severity.WARNING, "series.noFile", place, draft.file.name);
                return;
            }
            try {
                draft.file.read(table, draft, zone);
            } catch (IOException e) {
                problems.add(Severity.WARNING, "series.noFile", place, draft.file.name);
                return;
            }
        }
        take(draft, place, attributes);
    }

    private void take(SeriesDraft draft, String place, AttributeRow attributes) {
        String title = draft.title();
        TimeAxis axis = draft.axis(zone);
        if (axis == null || place.isEmpty() || title.isEmpty()) {
            problems.add(Severity.WARNING, "series.incomplete", place);
            return;
        }
        if (attributes != null) {
            total(draft, title, attributes);
        }
        if (axis.count() > 1 && !store.add(title, draft.unit, axis, place, draft.values)) {
            problems.add(Severity.WARNING, "series.tooMany", place);
        }
    }

    /** What all values come to: energies add up, everything else has a mean. */
    private static void total(SeriesDraft draft, String title, AttributeRow attributes) {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < draft.count; i++) {
            if (draft.values[i] == draft.values[i]) {
                sum += draft.values[i];
                known++;
            }
        }
        if (known > 0 && !attributes.names.contains(title)) {
            boolean adds = SeriesValues.Aggregation.usual(draft.unit) == SeriesValues.Aggregation.SUM;
            attributes.attribute(title, adds ? sum : sum / known, draft.unit);
        }
    }

    private void walk(SeriesDraft draft) throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "thematicDescription", "observationProperty" -> draft.description = first(draft.description);
                case "endUse" -> draft.use = first(draft.use);
                case "energyCarrierType", "energyCarrierName" -> draft.carrier = first(draft.carrier);
                case "acquisitionMethod" -> draft.acquisition = first(draft.acquisition);
                case "source" -> draft.source = first(draft.source);
                case "attributeRef" -> draft.attribute = first(draft.attribute);
                case "beginPosition", "startTime" -> draft.begin = earlier(draft.begin, SeriesDraft.time(x.text(), zone));
                case "endPosition", "endTime" -> draft.end = earlier(draft.end, SeriesDraft.time(x.text(), zone));
                case "timeInterval" -> interval(draft);
                case "uom", "unitOfMeasure" -> unit(draft);
                case "values" -> values(draft);
                case "timestamp", "time", "at" -> time(draft);
                case "value", "doubleValue", "intValue", "measureValue" -> value(draft);
                default -> {
                    if (!file(draft.file)) {
                        walk(draft);
                    }
                }
            }
        }
    }

    private String first(String before) throws IOException {
        String text = x.text();
        return before.isEmpty() ? text : before;
    }

    private static Instant earlier(Instant before, Instant now) {
        return before == null ? now : before;
    }

    private void interval(SeriesDraft draft) throws IOException {
        String unit = x.attribute("unit");
        String factor = x.attribute("factor");
        draft.intervalUnit = unit == null ? "" : unit.strip();
        double value = NumberText.of(x.text());
        double scale = factor == null ? 1 : NumberText.of(factor);
        draft.interval = scale > 0 ? value * scale : value;
    }

    private void unit(SeriesDraft draft) throws IOException {
        String uom = x.attribute("uom");
        String code = x.attribute("code");
        String text = x.text();
        draft.unit = Values.unit(!text.isEmpty() ? text : uom != null ? uom : code);
    }

    private void values(SeriesDraft draft) throws IOException {
        String uom = x.attribute("uom");
        draft.unit = uom == null ? draft.unit : Values.unit(uom);
        x.numbers(draft::value);
    }

    private void time(SeriesDraft draft) throws IOException {
        Instant time = SeriesDraft.time(x.text(), zone);
        if (time != null && draft.times.size() < SeriesDraft.MOST) {
            draft.times.add(time);
        }
    }

    private void value(SeriesDraft draft) throws IOException {
        String uom = x.attribute("uom");
        draft.unit = uom == null ? draft.unit : Values.unit(uom);
        double value = NumberText.of(x.text());
        // a value whose time was not understood has no place
        if (draft.times.size() > draft.count) {
            draft.value(value);
        }
    }

    /** Properties of series in tables; both standards have their own names. */
    private boolean file(FileColumns file) throws IOException {
        switch (x.name()) {
            case "file", "fileLocation" -> file.name = x.text();
            case "numberOfHeaderLines" -> file.headerLines = number();
            case "fieldSeparator" -> file.separator = x.text();
            case "decimalSymbol" -> file.decimal = x.text();
            case "valueColumnNumber", "valueColumnNo" -> file.valueColumn = number();
            case "timeColumnNumber", "timeColumnNo" -> file.timeColumn = number();
            case "valueColumnName" -> file.valueName = x.text();
            case "timeColumnName" -> file.timeName = x.text();
            case "idColumnNo" -> file.idColumn = number();
            case "idColumnName" -> file.idName = x.text();
            case "idValue" -> file.idValue = x.text();
            default -> {
                return false;
            }
        }
        return true;
    }

    private int number() throws IOException {
        double value = NumberText.of(x.text());
        return value > 0 && value < 100_000 ? (int) value : 0;
    }
}
