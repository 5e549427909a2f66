package org.kvarter.ui.settings;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kvarter.project.RecentProject;

/** The person's choices, observed by the window and kept by {@link SettingsStore}. JavaFX thread only. */
public final class Settings {

    private final ObjectProperty<Language> language =
            new SimpleObjectProperty<>(this, "language", Language.of(Locale.getDefault(Locale.Category.DISPLAY)));
    private Language lent;
    private Language chosen;
    private final ObjectProperty<ThemeChoice> theme = new SimpleObjectProperty<>(this, "theme", ThemeChoice.SYSTEM);
    private final BooleanProperty systemDark = new SimpleBooleanProperty(this, "systemDark", false);
    private final BooleanProperty reducedMotion = new SimpleBooleanProperty(this, "reducedMotion", false);
    private final ObservableList<RecentProject> recent = FXCollections.observableArrayList();
    private final BooleanBinding dark = Bindings.createBooleanBinding(
            () -> theme.get() == ThemeChoice.DARK || theme.get() == ThemeChoice.SYSTEM && systemDark.get(), theme, systemDark);

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    public ObjectProperty<ThemeChoice> themeProperty() {
        return theme;
    }

    /** What the system prefers; not kept. */
    public BooleanProperty systemDarkProperty() {
        return systemDark;
    }

    /** Whether the window is dark now. */
    public BooleanBinding darkBinding() {
        return dark;
    }

    /** Whether panels and the camera jump instead of moving. */
    public BooleanProperty reducedMotionProperty() {
        return reducedMotion;
    }

    /** Projects opened or saved last, newest first; kept by {@code project}. */
    public ObservableList<RecentProject> recent() {
        return recent;
    }

    /** Speaks a language until the window is closed; the one that was chosen before is kept, unless the person chooses again. */
    public void useForThisRun(Language asked) {
        chosen = language.get();
        lent = asked;
        language.set(asked);
    }

    /** The language for the next run. */
    Language languageToKeep() {
        return language.get() == lent ? chosen : language.get();
    }

    /** Makes the language that of all sentences, numbers and dates. */
    public void applyLanguage() {
        Locale.setDefault(Locale.Category.DISPLAY, language.get().locale());
        Locale.setDefault(Locale.Category.FORMAT, language.get().locale());
    }
}
