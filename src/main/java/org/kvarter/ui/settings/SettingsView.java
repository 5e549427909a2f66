package org.kvarter.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Segments;

/** The person's choices, each taking effect at once. */
public final class SettingsView extends VBox {

    private static final Texts TEXTS = Texts.in(SettingsView.class);

    public SettingsView(Settings settings) {
        getStyleClass().add("form");
        Node languages = new Segments<>(List.of(Language.values()), Language::ownName, l -> "language-" + l.locale().getLanguage(),
                settings.languageProperty(), settings.languageProperty()::set);
        Node themes = new Segments<>(List.of(ThemeChoice.values()), c -> TEXTS.get("theme." + c.name()),
                c -> "theme-" + c.name().toLowerCase(Locale.ROOT), settings.themeProperty(), settings.themeProperty()::set);
        ToggleSwitch motion = new ToggleSwitch();
        motion.setId("reduced-motion");
        motion.setSelected(settings.reducedMotionProperty().get());
        motion.selectedProperty().addListener((o, was, is) -> settings.reducedMotionProperty().set(is));
        motion.setAccessibleText(TEXTS.get("motion"));
        getChildren().setAll(row(TEXTS.get("language"), "", languages), row(TEXTS.get("theme"), "", themes),
                row(TEXTS.get("motion"), TEXTS.get("motion.hint"), motion));
    }

    private static Node row(String title, String hint, Node control) {
        Label label = new Label(title);
        VBox words = new VBox(label);
        words.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        if (!hint.isEmpty()) {
            Label explanation = new Label(hint);
            explanation.getStyleClass().add("caption");
            explanation.setWrapText(true);
            explanation.setMinHeight(Region.USE_PREF_SIZE);
            words.getChildren().add(explanation);
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(16, words, control);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return row;
    }
}
