package org.kvarter.ui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.Privacy;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Layer;
import org.kvarter.model.NumberColumn;
import org.kvarter.model.SourceRef;
import org.kvarter.series.SeriesView;
import org.kvarter.session.Session;
import org.kvarter.session.bench.Workings;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Wording;

/** What is said of a layer, its series and its attributes, changed on a copy until it is done: one undoable step. */
final class AboutModel {

    private static final Texts TEXTS = Texts.in(AboutModel.class);

    /**
     * Something that something is said of.
     *
     * @param data  as records name it
     * @param title what people call it
     */
    record Thing(String data, String title) {
    }

    private final Session session;
    private final Workings workings;
    private final String layerId;
    private final ReadOnlyObjectWrapper<DataBook> book = new ReadOnlyObjectWrapper<>(this, "book");

    AboutModel(Session session, Workings workings, String layerId) {
        this.session = session;
        this.workings = workings;
        this.layerId = layerId;
        book.set(session.dataBook());
    }

    ReadOnlyObjectProperty<DataBook> bookProperty() {
        return book.getReadOnlyProperty();
    }

    private Optional<Layer> layer() {
        return session.layer(layerId);
    }

    String title() {
        return layer().map(Layer::title).orElse(layerId);
    }

    /** The layer, the series joined to it, its attributes. */
    List<Thing> things() {
        List<Thing> all = new ArrayList<>();
        all.add(new Thing(layerId, TEXTS.get("about.layer", title())));
        session.series().values().stream().filter(s -> session.seriesTarget(s.id()).map(t -> t.layerId().equals(layerId)).orElse(false))
                .sorted(java.util.Comparator.comparing(SeriesView::title)).forEach(s -> all.add(new Thing(s.id(), TEXTS.get("about.series", s.title()))));
        layer().ifPresent(l -> l.features().attributes().names().forEach(n -> all.add(new Thing(layerId + "/" + n, TEXTS.get("about.attribute", Wording.readable(n))))));
        return all;
    }

    /** What is said of a thing now. */
    DataRecord record(Thing thing) {
        return new DataOrigins(book.get(), session.scenarios()).of(thing.data());
    }

    /** What the files say of a thing: names and values. */
    List<String[]> facts(Thing thing) {
        List<String[]> facts = new ArrayList<>();
        DataRecord said = record(thing);
        if (session.seriesSources().containsKey(thing.data())) {
            facts.add(new String[] {TEXTS.get("about.file"), session.seriesSources().get(thing.data()).file()});
        } else {
            layer().map(Layer::source).ifPresent(s -> source(s, facts));
        }
        session.dataBook().columns().stream().filter(c -> (c.layerId() + "/" + c.name()).equals(thing.data()))
                .forEach(c -> facts.add(new String[] {TEXTS.get("about.expression"), c.expression()}));
        if (!said.recipe().isEmpty()) {
            facts.add(new String[] {TEXTS.get("about.recipe"), said.recipe()});
        }
        if (!said.read().isEmpty()) {
            facts.add(new String[] {TEXTS.get("about.read"), said.read()});
        } else {
            String file = session.seriesSources().containsKey(thing.data()) ? session.seriesSources().get(thing.data()).file() : layer().map(l -> l.source().file()).orElse("");
            DataOrigins.dated(file).ifPresent(d -> facts.add(new String[] {TEXTS.get("about.dated"), d}));
        }
        return facts;
    }

    private static void source(SourceRef source, List<String[]> facts) {
        facts.add(new String[] {TEXTS.get("about.file"), source.part().isEmpty() ? source.file() : source.file() + " · " + source.part()});
        facts.add(new String[] {TEXTS.get("about.format"), source.format()});
        if (!source.licence().isEmpty()) {
            facts.add(new String[] {TEXTS.get("about.stated"), source.licence()});
        }
    }

    /** Says something else of a thing. */
    void change(Thing thing, UnaryOperator<DataRecord> change) {
        book.set(book.get().with(change.apply(record(thing))));
    }

    /** Attributes that can count households; an empty one for one household per feature. */
    List<String> households() {
        List<String> all = new ArrayList<>(List.of(""));
        layer().ifPresent(l -> l.features().attributes().columns().stream().filter(NumberColumn.class::isInstance).map(AttributeColumn::name).forEach(all::add));
        return all;
    }

    Privacy privacy() {
        return book.get().privacy();
    }

    /** The attribute of the layer that counts households; empty for none. */
    String household() {
        return privacy().households(layerId);
    }

    void setHousehold(String attribute) {
        Map<String, String> all = new java.util.HashMap<>(privacy().households());
        all.remove(layerId);
        if (!attribute.isEmpty()) {
            all.put(layerId, attribute);
        }
        book.set(book.get().with(new Privacy(privacy().least(), all)));
    }

    /** From how many households on the project tells personal data. @return whether the number can be taken */
    boolean setLeast(double least) {
        boolean fine = least >= 2 && least <= 1_000 && least == Math.rint(least);
        if (fine) {
            book.set(book.get().with(new Privacy((int) least, privacy().households())));
        }
        return fine;
    }

    /** Takes it over. */
    void apply() {
        workings.perform(TEXTS.get("about.undo", title()), book.get());
    }
}
