package org.kvarter.session.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.project.PersonalSources;
import org.kvarter.project.ProjectDocument;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.CsvLine;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.csv.TimeFormat;
import org.kvarter.session.Session;
import org.kvarter.text.LocalText;
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
    /** Ids of the series that each table of the project became, by recipe id. */
    private final Map<String, List<String>> imported;

    private Packing(ProjectDocument document, Guard guard, Map<String, SeriesView> tables, Map<String, List<String>> imported) {
        this.document = document;
        this.guard = guard;
        this.tables = tables;
        this.imported = imported;
    }

    /** Takes what is needed of the session. JavaFX thread. */
    public static Packing of(Session session, ProjectDocument document) {
        Map<String, List<String>> imported = new HashMap<>();
        session.imported().forEach((id, table) -> imported.put(id, table.series().stream().map(SeriesView::id).toList()));
        return new Packing(document, session.vault().guard(), session.vault().allSeries(), imported);
    }

    /**
     * The project to pack.
     *
     * @param document with files that may be packed
     * @param told     what a person should know, in sentences
     */
    public record Packed(ProjectDocument document, List<String> told) {
    }

    /** What a person should know before it is written, in sentences; empty where nothing is personal. */
    public List<String> told() {
        if (!PersonalSources.any(document)) {
            return List.of();
        }
        List<String> told = new ArrayList<>();
        document.series().stream().filter(s -> isPersonal(s.seriesId()) && tables.containsKey(s.seriesId()))
                .forEach(s -> told.add(TEXTS.get("packing.series", s.title(), guard.least())));
        for (ImportRecipe recipe : document.recipes()) {
            if (isPersonal(recipe)) {
                seriesOf(recipe).filter(t -> isPersonal(t.id())).forEach(t -> told.add(TEXTS.get("packing.series", t.title(), guard.least())));
                told.add(TEXTS.get("packing.table", recipe.name()));
            }
        }
        List<String> layers = summed(document.dataBook()).records().stream().filter(DataRecord::personal).map(DataRecord::data).toList();
        if (!layers.isEmpty()) {
            told.add(TEXTS.get("packing.layers", String.join(", ", layers)));
        }
        DataBook kept = kept(document.dataBook());
        List<String> gone = new ArrayList<>();
        document.dataBook().columns().stream().filter(c -> !kept.columns().contains(c)).forEach(c -> gone.add(c.name()));
        document.dataBook().summaries().stream().filter(a -> !kept.summaries().contains(a)).forEach(a -> gone.add(a.name()));
        if (!gone.isEmpty()) {
            told.add(TEXTS.get("packing.reckoned", String.join(", ", gone)));
        }
        return told;
    }

    private boolean isPersonal(String seriesId) {
        return guard.withheldPlaces(seriesId).isPresent();
    }

    private boolean isPersonal(ImportRecipe recipe) {
        return PersonalSources.isPersonal(recipe, document.dataBook()) || seriesOf(recipe).anyMatch(t -> isPersonal(t.id()));
    }

    private Stream<SeriesView> seriesOf(ImportRecipe recipe) {
        return imported.getOrDefault(recipe.id(), List.of()).stream().map(tables::get).filter(Objects::nonNull);
    }

    /** Writes what is needed into a folder. On an input or output thread. */
    public Packed write(Path folder) throws IOException {
        if (!PersonalSources.any(document)) {
            return new Packed(document, List.of());
        }
        List<SeriesSource> series = new ArrayList<>();
        Set<String> shared = document.series().stream().filter(s -> isPersonal(s.seriesId()) && !s.file().isEmpty()).map(SeriesSource::file).collect(Collectors.toSet());
        List<ImportRecipe> recipes = document.recipes().stream().filter(r -> !isPersonal(r)).toList();
        document.recipes().stream().filter(this::isPersonal).map(ImportRecipe::path).forEach(shared::add);
        for (SeriesSource source : document.series()) {
            SeriesView table = tables.get(source.seriesId());
            if (!isPersonal(source.seriesId()) && !shared.contains(source.file())) {
                series.add(source);
            } else if (table != null) { // personal, or in a file with what is
                series.add(written(source.seriesId(), source.layerId(), source.keyAttribute(), source.titles(), table, folder.resolve("told-" + series.size() + ".csv")));
            }
        }
        for (ImportRecipe recipe : document.recipes()) {
            for (SeriesView table : recipes.contains(recipe) ? List.<SeriesView>of() : seriesOf(recipe).toList()) {
                series.add(written(table.id(), recipe.join().layerId(), "", table.titles(), table, folder.resolve("told-" + series.size() + ".csv")));
            }
        }
        return new Packed(document.withSources(document.sources(), series).withRecipes(recipes).withDataBook(kept(summed(document.dataBook()))), told());
    }

    /** A book that says of personal series that they are sums. */
    private DataBook summed(DataBook book) {
        DataBook after = book;
        for (DataRecord said : book.records()) {
            if (isPersonal(said.data()) && tables.containsKey(said.data())) {
                after = after.with(new DataRecord(said.data(), said.origin(), said.source(), said.read(), TEXTS.get("packing.recipe", guard.least()), said.licence(), false));
            }
        }
        return after;
    }

    /** A book without what was reckoned from personal data. */
    private DataBook kept(DataBook book) {
        return new DataBook(book.columns().stream().filter(c -> guard.withheld(c.layerId(), c.name()).isEmpty()).toList(),
                book.summaries().stream().filter(s -> (s.ofSeries() ? guard.withheldPlaces(LayerSeries.id(s.areas(), s.name())) : guard.withheld(s.areas(), s.name())).isEmpty()).toList(),
                book.records(), book.privacy(), book.charts());
    }

    private SeriesSource written(String id, String layerId, String key, LocalText titles, SeriesView table, Path file) throws IOException {
        write(table, guard.withheldPlaces(id).orElse(new BitSet()), file);
        return new SeriesSource(id, titles, table.quantity(), file.toString(), new CsvFormat("UTF-8", ',', false, 0, CsvFormat.Layout.WIDE, 0, -1, -1,
                table.axis().zone().getId(), TimeFormat.ISO, CsvFormat.Label.INTERVAL_START, table.unit()), layerId, key);
    }

    private static void write(SeriesView table, BitSet withheld, Path file) throws IOException {
        boolean rest = !withheld.isEmpty();
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            List<String> cells = new ArrayList<>(List.of("time"));
            IntStream.range(0, table.places()).filter(p -> !withheld.get(p)).forEach(p -> cells.add(table.keys()[p]));
            if (rest) {
                cells.add(TEXTS.get("packing.rest"));
            }
            out.write(CsvLine.line(cells.toArray(String[]::new)));
            double[] moment = new double[table.places()];
            for (int i = 0; i < table.axis().count(); i++) {
                table.read(i, moment);
                cells.clear();
                cells.add(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(table.axis().at(i).atZone(table.axis().zone())));
                double sum = Double.NaN;
                for (int p = 0; p < moment.length; p++) {
                    if (!withheld.get(p)) {
                        cells.add(text(moment[p]));
                    } else if (!Double.isNaN(moment[p])) {
                        sum = Double.isNaN(sum) ? moment[p] : sum + moment[p];
                    }
                }
                if (rest) {
                    cells.add(text(sum));
                }
                out.write(CsvLine.line(cells.toArray(String[]::new)));
            }
        }
    }

    private static String text(double value) {
        return Double.isNaN(value) ? "" : Float.toString((float) value);
    }
}
