package org.kvarter.analysis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kvarter.model.Layer;
import org.kvarter.model.SourceRef;
import org.kvarter.scenario.DataNote;
import org.kvarter.scenario.Origin;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.series.LayerSeries;
import org.kvarter.text.Texts;

/**
 * Where data come from, put together from what persons and importers said and what files state: records of the data book first, then notes of the
 * scenarios. Immutable.
 *
 * @param book  what the project says of its data
 * @param notes where key figures name their sources
 */
public record DataOrigins(DataBook book, ScenarioBook notes) {

    private static final Texts TEXTS = Texts.in(DataOrigins.class);

    /** What is said of a layer or series, with the scenarios' note where nobody said more. */
    public DataRecord of(String data) {
        DataRecord said = book.record(data);
        Optional<DataNote> note = notes.note(data);
        DataRecord known = said.origin() == Origin.UNSTATED && note.isPresent() ? said.withOrigin(note.get().origin()) : said;
        return known.source().isEmpty() && note.isPresent() ? new DataRecord(data, known.origin(), note.get().note(), known.read(), known.recipe(), known.licence(), known.personal())
                : known;
    }

    /** How sure a series is: as said, or for one made of others for areas, that of what it is made of. */
    public Origin ofSeries(String seriesId) {
        Origin own = of(seriesId).origin();
        if (own != Origin.UNSTATED) {
            return own;
        }
        return book.summaries().stream().filter(s -> s.ofSeries() && LayerSeries.id(s.areas(), s.name()).equals(seriesId) && !s.value().equals(seriesId)).findFirst()
                .map(s -> ofSeries(s.value())).orElseGet(() -> LayerSeries.layerOf(seriesId).map(l -> of(l).origin()).orElse(Origin.UNSTATED));
    }

    /** How sure an attribute is: as said of it; modelled for what is reckoned here; else as said of its layer. */
    public Origin ofAttribute(String layerId, String name) {
        Origin own = of(layerId + "/" + name).origin();
        if (own != Origin.UNSTATED) {
            return own;
        }
        boolean reckoned = book.column(layerId, name).isPresent() || book.summaries().stream().anyMatch(s -> s.areas().equals(layerId) && s.name().equals(name));
        return reckoned ? Origin.MODELLED : of(layerId).origin();
    }

    /** What people call it: measured, modelled, assumed; empty for not stated. */
    public static String word(Origin origin) {
        return origin == Origin.UNSTATED ? "" : TEXTS.get("origin." + origin);
    }

    /** Where a layer comes from, in sentences for an export. */
    public List<String> about(Layer layer) {
        SourceRef source = layer.source();
        List<String> lines = lines(layer.title(), of(layer.id()), source.file(), source.format(), source.licence());
        book.columns().stream().filter(c -> c.layerId().equals(layer.id())).forEach(c -> lines.add(TEXTS.get("about.column", c.name(), c.expression())));
        book.summaries().stream().filter(s -> s.areas().equals(layer.id())).forEach(s -> lines.add(TEXTS.get("about.summary", s.name(), s.of())));
        return lines;
    }

    /** Where a series comes from, in sentences for an export. @param file its file; empty for none */
    public List<String> aboutSeries(String seriesId, String title, String file) {
        return lines(title, of(seriesId).withOrigin(ofSeries(seriesId)), file, "", "");
    }

    private static List<String> lines(String title, DataRecord said, String file, String format, String licence) {
        List<String> parts = new ArrayList<>();
        String named = fileName(file);
        String when = said.read().isEmpty() ? dated(file).map(d -> TEXTS.get("about.dated", d)).orElse("") : TEXTS.get("about.read", said.read());
        Stream.of(word(said.origin()).isEmpty() ? TEXTS.get("origin.UNSTATED") : word(said.origin()),
                said.source().isEmpty() ? "" : TEXTS.get("about.source", said.source()),
                named.isEmpty() ? "" : TEXTS.get("about.file", format.isEmpty() ? named : named + " (" + format + ")"),
                when,
                said.recipe().isEmpty() ? "" : TEXTS.get("about.recipe", said.recipe()),
                said.licence().isEmpty() && licence.isEmpty() ? "" : TEXTS.get("about.licence", said.licence().isEmpty() ? licence : said.licence()),
                said.personal() ? TEXTS.get("about.personal") : "").filter(t -> !t.isEmpty()).forEach(parts::add);
        return new ArrayList<>(List.of(title + ": " + String.join("; ", parts) + "."));
    }

    /** The name of a file without its folders; an address as it is. */
    public static String fileName(String file) {
        return file.contains("://") ? file : file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /** The day a file was last changed, which is what is known of one of which nobody noted when it was read; empty where it is not there. */
    public static Optional<String> dated(String file) {
        try {
            return file.isEmpty() || file.contains("://") ? Optional.empty()
                    : Optional.of(LocalDate.ofInstant(Files.getLastModifiedTime(Path.of(file)).toInstant(), ZoneId.systemDefault()).toString());
        } catch (IOException | InvalidPathException e) {
            return Optional.empty(); // its place is told elsewhere
        }
    }
}
