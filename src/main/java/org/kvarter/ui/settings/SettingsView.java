package org.kvarter.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kvarter.text.Texts;

/** The person's choices, each taking effect at once. */
public final class SettingsView extends VBox {

    private static final Texts TEXTS = Texts.in(SettingsView.class);

    public SettingsView(Settings settings) {
        getStyleClass().add("form");
        HBox languages = new HBox();
        ToggleGroup languageGroup = new ToggleGroup();
        for (Language language : Language.values()) {
            ToggleButton button = segment(language.ownName(), languageGroup, languages, language == Language.ENGLISH, language == Language.SWEDISH);
            button.setId("language-" + language.locale().getLanguage());
            button.setSelected(settings.languageProperty().get() == language);
            button.setOnAction(e -> settings.languageProperty().set(language));
        }
        HBox themes = new HBox();
        ToggleGroup themeGroup = new ToggleGroup();
        ThemeChoice[] choices = ThemeChoice.values();
        for (ThemeChoice choice : choices) {
            ToggleButton button = segment(TEXTS.get("theme." + choice.name()), themeGroup, themes, choice == choices[0],
                    choice == choices[choices.length - 1]);
            button.setId("theme-" + choice.name().toLowerCase(java.util.Locale.ROOT));
            button.setSelected(settings.themeProperty().get() == choice);
            button.setOnAction(e -> {
                settings.themeProperty().set(choice);
                button.setSelected(true);
            });
        }
        ToggleSwitch motion = new ToggleSwitch();
        motion.setId("reduced-motion");
        motion.setSelected(settings.reducedMotionProperty().get());
        motion.selectedProperty().addListener((o, was, is) -> settings.reducedMotionProperty().set(is));
        motion.setAccessibleText(TEXTS.get("motion"));
        getChildren().setAll(row(TEXTS.get("language"), "", languages), row(TEXTS.get("theme"), "", themes),
                row(TEXTS.get("motion"), TEXTS.get("motion.hint"), motion));
    }

    private static ToggleButton segment(String text, ToggleGroup group, HBox into, boolean first, boolean last) {
        ToggleButton button = new ToggleButton(text);
        button.setToggleGroup(group);
        button.getStyleClass().add(first ? "left-pill" : last ? "right-pill" : "center-pill");
        into.getChildren().add(button);
        return button;
    }

    private static Node row(String title, String hint, Node control) {
        Label label = new Label(title);
        VBox words = new VBox(label);
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
