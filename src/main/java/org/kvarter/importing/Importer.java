package org.kvarter.importing;

import java.util.List;
import org.kvarter.task.Progress;

/**
 * Reads one format. Stateless and thread-safe; found by {@link java.util.ServiceLoader}.
 */
public interface Importer {

    /** The format's standard name: {@code CityJSON}, {@code GeoPackage}. */
    String format();

    /** File name endings for the open dialog, lower case with the dot. */
    List<String> extensions();

    /**
     * How sure it is that a source is of this format, from name and head alone.
     *
     * @return 0 (not mine) … 1 (certainly mine); a name alone gives at most 0.5
     */
    double probe(SourceHead head);

    /**
     * Reads a source, streaming, into {@code sink}. {@link LayerSink#source} comes before any layer.
     *
     * @throws ImportException where nothing honest can be read; what is wrong with single objects goes to
     *                         {@link LayerSink#diagnostic}
     * @throws org.kvarter.task.WorkCancelledException when cancelled
     */
    void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException;

    /**
     * Whether what it brings moves, flows or is offered in a district, such as a timetable, rather than being what stands there: a project
     * shows the district before it.
     */
    default boolean isOverDistrict() {
        return false;
    }

    /**
     * The layers of a source with what they are taken for, for a person to check before reading; empty where the format leaves
     * nothing to choose.
     *
     * @throws ImportException where the source cannot be read
     * @throws org.kvarter.task.WorkCancelledException when cancelled
     */
    default List<LayerPreview> preview(SourceHead source, Progress progress) throws ImportException {
        return List.of();
    }
}
