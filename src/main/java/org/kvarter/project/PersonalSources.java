package org.kvarter.project;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataRecord;
import org.kvarter.remote.FeedSource;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.csv.SeriesSource;

/**
 * What of a project may not leave the house in a package: files of layers and series that are marked personal. See decision 20. A copy whose series
 * hold sums only is no longer marked; whoever makes one replaces the file first.
 */
final class PersonalSources {

    private PersonalSources() {
    }

    /** The project without files that hold personal data. */
    static ProjectDocument without(ProjectDocument document) {
        Set<String> marked = marked(document.dataBook());
        if (marked.isEmpty()) {
            return document;
        }
        Set<String> layers = marked.stream().map(PersonalSources::layerOf).collect(Collectors.toSet());
        boolean allKnown = layers.stream().filter(l -> document.layers().stream().anyMatch(k -> k.id().equals(l)))
                .allMatch(l -> document.sources().stream().anyMatch(s -> s.layers().contains(l)));
        Set<String> files = document.series().stream().filter(x -> marked.contains(x.seriesId()) && !x.file().isEmpty()).map(SeriesSource::file).collect(Collectors.toSet());
        List<ProjectSource> sources = document.sources().stream().filter(x -> x.layers().stream().noneMatch(layers::contains) && (allKnown || !x.layers().isEmpty())
                && !files.contains(x.file())).toList();
        // a store holds several series in one file
        List<SeriesSource> series = document.series().stream().filter(x -> !marked.contains(x.seriesId()) && !files.contains(x.file())).toList();
        List<FeedSource> feeds = document.feeds().stream().filter(f -> !marked.contains(f.seriesId()) && !layers.contains(f.layerId())).toList();
        return document.withSources(sources, series).withFeeds(feeds);
    }

    private static Set<String> marked(DataBook book) {
        return book.records().stream().filter(DataRecord::personal).map(DataRecord::data).collect(Collectors.toCollection(HashSet::new));
    }

    /** The layer a record is about, where it is about one: of {@code layer/attribute} and of a series that comes with a layer its layer. */
    private static String layerOf(String data) {
        return LayerSeries.layerOf(data).orElseGet(() -> data.contains("/") ? data.substring(0, data.indexOf('/')) : data);
    }
}
