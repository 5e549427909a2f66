package org.kvarter.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a project knows of its data beyond the files: attributes and sums reckoned from them, where they come from, and what is personal.
 * Immutable.
 *
 * @param columns   attributes by expressions, in the order they were made
 * @param summaries sums over areas, in the order they were made
 * @param records   where layers and series come from, one for each that something is said of
 * @param privacy   from how many households on personal data may be shown
 * @param charts    the bench's charts of layers for which somebody chose them
 */
public record DataBook(List<DerivedColumn> columns, List<AreaSummary> summaries, List<DataRecord> records, Privacy privacy, List<LayerCharts> charts) {

    /** Nothing. */
    public static final DataBook EMPTY = new DataBook(List.of(), List.of(), List.of(), Privacy.DEFAULT, List.of());

    public DataBook {
        columns = columns == null ? List.of() : columns.stream().filter(Objects::nonNull).toList();
        summaries = summaries == null ? List.of() : summaries.stream().filter(Objects::nonNull).toList();
        records = records == null ? List.of() : records.stream().filter(Objects::nonNull).toList();
        privacy = Objects.requireNonNullElse(privacy, Privacy.DEFAULT);
        charts = charts == null ? List.of() : charts.stream().filter(Objects::nonNull).toList();
    }

    /** What is said of a layer or series; a record that says nothing where nobody has said anything. */
    public DataRecord record(String data) {
        return records.stream().filter(r -> r.data().equals(data)).findFirst().orElse(DataRecord.of(data));
    }

    /** This book with an attribute in place of the one of its layer and name, or as its last. */
    public DataBook with(DerivedColumn column) {
        List<DerivedColumn> all = new ArrayList<>(columns);
        int at = indexOf(column.layerId(), column.name());
        if (at < 0) {
            all.add(column);
        } else {
            all.set(at, column);
        }
        return new DataBook(all, summaries, records, privacy, charts);
    }

    private int indexOf(String layerId, String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).layerId().equals(layerId) && columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** The attribute of a layer that is reckoned by an expression; empty for one of the source. */
    public Optional<DerivedColumn> column(String layerId, String name) {
        int at = indexOf(layerId, name);
        return at < 0 ? Optional.empty() : Optional.of(columns.get(at));
    }

    /** This book without an attribute. */
    public DataBook without(DerivedColumn column) {
        return new DataBook(columns.stream().filter(c -> !c.equals(column)).toList(), summaries, records, privacy, charts);
    }

    /** This book with a sum over areas in place of the one of its name and areas, or as its last. */
    public DataBook with(AreaSummary summary) {
        List<AreaSummary> all = new ArrayList<>(summaries);
        all.removeIf(s -> s.areas().equals(summary.areas()) && s.name().equals(summary.name()));
        all.add(summary);
        return new DataBook(columns, all, records, privacy, charts);
    }

    /** This book without a sum over areas. */
    public DataBook without(AreaSummary summary) {
        return new DataBook(columns, summaries.stream().filter(s -> !s.equals(summary)).toList(), records, privacy, charts);
    }

    /** This book with what is said of a layer or series. */
    public DataBook with(DataRecord said) {
        List<DataRecord> all = new ArrayList<>(records);
        all.removeIf(r -> r.data().equals(said.data()));
        if (!said.isBlank()) {
            all.add(said);
        }
        return new DataBook(columns, summaries, all, privacy, charts);
    }

    /** This book with another rule for personal data. */
    public DataBook with(Privacy other) {
        return new DataBook(columns, summaries, records, other, charts);
    }

    /** The charts that somebody chose for a layer; empty where nobody did. */
    public Optional<LayerCharts> charts(String layer) {
        return charts.stream().filter(c -> c.layer().equals(layer)).findFirst();
    }

    /** This book with other charts of a layer. */
    public DataBook with(LayerCharts chosen) {
        List<LayerCharts> all = new ArrayList<>(charts);
        all.removeIf(c -> c.layer().equals(chosen.layer()));
        all.add(chosen);
        return withCharts(all);
    }

    /** This book with other charts. */
    public DataBook withCharts(List<LayerCharts> other) {
        return new DataBook(columns, summaries, records, privacy, other);
    }
}
