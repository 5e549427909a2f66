package org.kvarter.project;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.remote.FeedSource;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.csv.SeriesSource;

/**
 * What of a project may not leave the house in a package: files of layers, series and tables that are marked personal. See decision 20. A copy whose
 * series hold sums only is no longer marked; whoever makes one replaces the file first.
 */
public final class PersonalSources {

    private PersonalSources() {
    }

    /** Whether a project holds anything that is marked personal. */
    public static boolean any(ProjectDocument document) {
        return !marked(document.dataBook()).isEmpty() || document.recipes().stream().anyMatch(ImportRecipe::personal);
    }

    /** Whether a table becomes something that is marked personal: one of its series, or attributes of a layer. */
    public static boolean isPersonal(ImportRecipe recipe, DataBook book) {
        String layer = recipe.join().layerId();
        return recipe.personal() || marked(book).stream().anyMatch(data -> data.equals(recipe.id()) || data.startsWith(recipe.id() + "-")
                || !layer.isEmpty() && layerOf(data).equals(layer) && !recipe.hasTimes());
    }

    /** The project without files that hold personal data. */
    static ProjectDocument without(ProjectDocument document) {
        if (!any(document)) {
            return document;
        }
        Set<String> marked = marked(document.dataBook());
        Set<String> layers = marked.stream().map(PersonalSources::layerOf).collect(Collectors.toSet());
        boolean allKnown = layers.stream().filter(l -> document.layers().stream().anyMatch(k -> k.id().equals(l)))
                .allMatch(l -> document.sources().stream().anyMatch(s -> s.layers().contains(l)));
        // a store holds several series in one file, a workbook several tables
        Set<String> files = Stream.concat(document.series().stream().filter(x -> marked.contains(x.seriesId())).map(SeriesSource::file),
                document.recipes().stream().filter(r -> isPersonal(r, document.dataBook())).map(ImportRecipe::path)).filter(f -> !f.isEmpty()).collect(Collectors.toSet());
        List<ProjectSource> sources = document.sources().stream().filter(x -> x.layers().stream().noneMatch(layers::contains) && (allKnown || !x.layers().isEmpty())
                && !files.contains(x.file())).toList();
        files.addAll(document.sources().stream().filter(s -> !sources.contains(s)).map(ProjectSource::file).toList());
        List<SeriesSource> series = document.series().stream().filter(x -> !marked.contains(x.seriesId()) && !files.contains(x.file())).toList();
        List<ImportRecipe> recipes = document.recipes().stream().filter(r -> !files.contains(r.path()) && !files.contains(r.join().lookupFile())).toList();
        List<FeedSource> feeds = document.feeds().stream().filter(f -> !marked.contains(f.seriesId()) && !layers.contains(f.layerId())).toList();
        return document.withSources(sources, series).withFeeds(feeds).withRecipes(recipes);
    }

    private static Set<String> marked(DataBook book) {
        return book.records().stream().filter(DataRecord::personal).map(DataRecord::data).collect(Collectors.toCollection(HashSet::new));
    }

    /** The layer a record is about, where it is about one: of {@code layer/attribute} and of a series that comes with a layer its layer. */
    private static String layerOf(String data) {
        return LayerSeries.layerOf(data).orElseGet(() -> data.contains("/") ? data.substring(0, data.indexOf('/')) : data);
    }
}
