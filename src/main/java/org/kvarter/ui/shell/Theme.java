package org.kvarter.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** Puts the light or dark colours on a window: AtlantaFX Primer underneath, our own style sheet above. */
public final class Theme {

    private static final List<String> FONTS = List.of("Inter", "Segoe UI", "SF Pro Text", "Cantarell", "Noto Sans", "DejaVu Sans");

    private Theme() {
    }

    /** Dresses {@code scene}. */
    public static void apply(Scene scene, boolean dark) {
        Application.setUserAgentStylesheet(dark ? new PrimerDark().getUserAgentStylesheetBSS() : new PrimerLight().getUserAgentStylesheetBSS());
        String sheet = Objects.requireNonNull(Theme.class.getResource("/org/kvarter/ui/kvarter.css"), "style sheet").toExternalForm();
        if (!scene.getStylesheets().contains(sheet)) {
            scene.getStylesheets().add(sheet);
        }
        Parent root = scene.getRoot();
        root.getStyleClass().removeAll("dark", "light");
        root.getStyleClass().add(dark ? "dark" : "light");
        root.setStyle("-fx-font-family: \"" + font() + "\";");
    }

    private static String font() {
        List<String> there = Font.getFamilies();
        return FONTS.stream().filter(there::contains).findFirst().orElse("System");
    }
}
