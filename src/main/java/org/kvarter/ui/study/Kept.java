package org.kvarter.ui.study;

import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.Property;
import org.kvarter.session.Session;
import org.kvarter.session.SetProperty;
import org.kvarter.study.StudyBook;
import org.kvarter.text.Texts;

/** Settings of studies that the project keeps: what is set is one step to undo. Stateless; JavaFX thread only. */
final class Kept {

    private static final Texts TEXTS = Texts.in(Kept.class);

    private Kept() {
    }

    /**
     * Ties a property to its place in the session's book, both ways.
     *
     * @param title key of what a change of it is called
     */
    static <T> void tie(Session session, Property<T> property, String title, Function<StudyBook, T> of, BiFunction<StudyBook, T, StudyBook> with) {
        property.setValue(of.apply(session.studies()));
        session.studiesProperty().addListener((o, was, is) -> {
            T value = of.apply(is);
            if (!Objects.equals(value, property.getValue())) {
                property.setValue(value);
            }
        });
        property.addListener((o, was, is) -> {
            if (!Objects.equals(is, of.apply(session.studies()))) {
                put(session, title, with.apply(session.studies(), is));
            }
        });
    }

    /** Puts another book in place; nothing where it is the same. */
    static void put(Session session, String title, StudyBook after) {
        StudyBook before = session.studies();
        if (!after.equals(before)) {
            session.undo().perform(new SetProperty<>(TEXTS.get(title), "studies:" + title, before, after, session.studiesProperty()::set));
        }
    }
}
