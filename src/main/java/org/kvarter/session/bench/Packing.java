package org.kvarter.session.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.project.ProjectDocument;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.csv.TimeFormat;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;

/**
 * A project for a package, whose personal series hold only what may be told: places with enough households as they are, all others as one, so that the
 * district's sum stays true. Files of personal layers stay at home, and what is reckoned from personal data does too. See decision 20.
 */
public final class Packing {

    private static final Texts TEXTS = Texts.in(Packing.class);

    private final ProjectDocument document;
    private final Guard guard;
    private final Map<String, SeriesView> tables;

    private Packing(ProjectDocument document, Guard guard, Map<String, SeriesView> tables) {
        this.document = document;
        this.guard = guard;
        this.tables = tables;
    }

    /** Takes what is needed of the session. JavaFX thread. */
    public static Packing of(Session session, ProjectDocument document) {
        return new Packing(document, session.vault().guard(), session.vault().allSeries());
    }

    /**
     * The project to pack.
     *
     * @param document with files that may be packed
     * @param told     what a person should know, in sentences
     */
    public record Packed(ProjectDocument document, List<String> told) {
    }

    /** Writes what is needed into a folder. On an input or output thread. */
    public Packed write(Path folder) throws IOException {
        if (!Guard.isActive(document.dataBook())) {
            return new Packed(document, List.of());
        }
        DataBook book = document.dataBook();
        List<SeriesSource> series = new ArrayList<>();
        List<String> told = new ArrayList<>();
        int number = 0;
        Set<String> shared = document.series().stream().filter(s -> guard.withheldPlaces(s.seriesId()).isPresent() && !s.file().isEmpty()).map(SeriesSource::file)
                .collect(Collectors.toSet());
        for (SeriesSource source : document.series()) {
            BitSet withheld = guard.withheldPlaces(source.seriesId()).orElse(null);
            SeriesView table = tables.get(source.seriesId());
            if (withheld == null && !shared.contains(source.file())) {
                series.add(source);
            } else if (withheld == null && table != null) { // lies in a store with a personal one
                series.add(written(source, table, new BitSet(), folder.resolve("beside-" + ++number + ".csv")));
            } else if (table != null) {
                series.add(written(source, table, withheld, folder.resolve("told-" + ++number + ".csv")));
                DataRecord said = book.record(source.seriesId());
                book = book.with(new DataRecord(said.data(), said.origin(), said.source(), said.read(), TEXTS.get("packing.recipe", guard.least()), said.licence(), false));
                told.add(TEXTS.get("packing.series", source.title(), guard.least()));
            }
        }
        List<String> layers = book.records().stream().filter(DataRecord::personal).map(DataRecord::data).toList();
        if (!layers.isEmpty()) {
            told.add(TEXTS.get("packing.layers", String.join(", ", layers)));
        }
        DataBook kept = new DataBook(book.columns().stream().filter(c -> guard.withheld(c.layerId(), c.name()).isEmpty()).toList(),
                book.summaries().stream().filter(s -> (s.ofSeries() ? guard.withheldPlaces(LayerSeries.id(s.areas(), s.name())) : guard.withheld(s.areas(), s.name())).isEmpty()).toList(),
                book.records(), book.privacy());
        int gone = book.columns().size() + book.summaries().size() - kept.columns().size() - kept.summaries().size();
        if (gone > 0) {
            told.add(TEXTS.get("packing.reckoned", gone));
        }
        return new Packed(document.withSources(document.sources(), series).withDataBook(kept), told);
    }

    private static SeriesSource written(SeriesSource source, SeriesView table, BitSet withheld, Path file) throws IOException {
        write(table, withheld, file);
        return new SeriesSource(source.seriesId(), source.titles(), source.quantity(), file.toString(), new CsvFormat("UTF-8", ',', false, 0, CsvFormat.Layout.WIDE, 0, -1, -1,
                table.axis().zone().getId(), TimeFormat.ISO, CsvFormat.Label.INTERVAL_START, table.unit()), source.layerId(), source.keyAttribute());
    }

    private static void write(SeriesView table, BitSet withheld, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("time");
            for (int p = 0; p < table.places(); p++) {
                if (!withheld.get(p)) {
                    out.write(",\"" + table.keys()[p].replace("\"", "\"\"") + '"');
                }
            }
            boolean rest = !withheld.isEmpty();
            out.write(rest ? ",\"" + TEXTS.get("packing.rest") + "\"\n" : "\n");
            double[] moment = new double[table.places()];
            for (int i = 0; i < table.axis().count(); i++) {
                table.read(i, moment);
                out.write(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(table.axis().at(i).atZone(table.axis().zone())));
                double sum = Double.NaN;
                for (int p = 0; p < moment.length; p++) {
                    if (!withheld.get(p)) {
                        out.write("," + text(moment[p]));
                    } else if (!Double.isNaN(moment[p])) {
                        sum = Double.isNaN(sum) ? moment[p] : sum + moment[p];
                    }
                }
                out.write(rest ? "," + text(sum) + "\n" : "\n");
            }
        }
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "" : Float.toString((float) value);
    }
}
