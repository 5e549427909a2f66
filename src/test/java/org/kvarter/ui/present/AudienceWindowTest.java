package org.kvarter.ui.present;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.overlay.Legend;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.Session;
import org.kvarter.text.LocalText;
import org.kvarter.ui.Districts;
import org.kvarter.ui.kit.Motion;
import org.kvarter.ui.overlays.Painted;
import org.kvarter.ui.shell.Theme;
import org.kvarter.ui.stage.EmptyViewer;
import org.kvarter.workshop.Step;
import org.kvarter.workshop.StepTime;
import org.kvarter.workshop.Story;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What the audience sees can be read from the back of a room, on every shape of screen, light and dark. */
@ExtendWith(ApplicationExtension.class)
class AudienceWindowTest {

    private final Session session = Districts.session();
    private final EmptyViewer viewer = new EmptyViewer();
    private final SimpleObjectProperty<Painted> painted = new SimpleObjectProperty<>(Painted.NOTHING);
    private Stage stage;
    private Scene scene;

    @Start
    void start(Stage window) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        stage = window;
        session.clock().zoneProperty().set(java.time.ZoneId.of("Europe/Stockholm"));
        String text = "Between 18 and 19 the district draws 5.2 MW, more than three times what it does at night. The cables are built for this hour.";
        session.storyProperty().set(new Story(List.of(new Step("a", LocalText.of("The peak sits at six in the evening"), LocalText.of(text),
                LocalText.of("Only for me"), "", Optional.empty(), Map.of(), Optional.empty(),
                Optional.of(StepTime.at(Instant.parse("2025-01-16T17:00:00Z"), "HOUR", true)), List.of("high"), List.of("storeys", "most", "least", "mean")).withLegend(LocalText.of("Power for each square metre")))));
        Area buildings = Area.layer("buildings");
        Scenario high = new Scenario("high", "High", "", "", List.of(), List.of(new Measure.ChangeAttribute(buildings, "storeys", "", Measure.Way.ADD, "2", "")));
        session.scenariosProperty().set(new ScenarioBook(List.of(high), List.of(kpi("storeys", "Storeys of all houses", Figure.Aggregate.SUM),
                kpi("most", "Highest house", Figure.Aggregate.MAXIMUM), kpi("least", "Lowest house", Figure.Aggregate.MINIMUM),
                kpi("mean", "Mean", Figure.Aggregate.MEAN)), List.of(), ""));
        PresentModel model = new PresentModel(session, viewer, 0);
        painted.set(new Painted("buildings", new int[4], Optional.of(new Legend("Electricity per floor area", "kWh/m²", true,
                List.of(new Legend.Entry(0xFFFDE8C7, "0", -1), new Legend.Entry(0xFFE8855C, "0.008", -1), new Legend.Entry(0xFF78265A, "0.016", -1)), 3))));
        scene = new Scene(new AudienceView(session, Districts.inline(), model, new Motion(new javafx.beans.property.SimpleBooleanProperty(true)), painted, viewer.node()));
        stage.setScene(scene);
        stage.show();
    }

    private static Kpi kpi(String id, String title, Figure.Aggregate aggregate) {
        return new Kpi(id, title, "floors", Kpi.Better.NEITHER, new Figure.OfAttribute("storeys", aggregate, Area.layer("buildings"), 0));
    }

    @ParameterizedTest
    @CsvSource({"1920, 1080, false", "1920, 1080, true", "1280, 1024, false", "1600, 700, true"})
    void everyWordIsLargeDarkOnLightAndWhole(double width, double height, boolean dark) {
        WaitForAsyncUtils.asyncFx(() -> {
            Theme.apply(scene, dark);
            stage.setWidth(width);
            stage.setHeight(height);
        });
        for (int i = 0; i < 5; i++) {
            WaitForAsyncUtils.waitForFxEvents();
        }
        double scale = Math.min(scene.getHeight() / 1080, scene.getWidth() / 1280);
        List<Label> labels = scene.getRoot().lookupAll(".label").stream().filter(n -> n instanceof Label l && !l.getText().isBlank() && shows(l))
                .map(Label.class::cast).toList();
        assertThat(labels).extracting(Labeled::getText).contains("The peak sits at six in the evening", "18:00", "Thu 16 Jan 2025", "Power for each square metre", "Storeys of all houses", "19", "+26.7\u00a0%", "0.016", "No data")
                .doesNotContain("Only for me");
        for (Label label : labels) {
            double size = label.getFont().getSize() * label.getLocalToSceneTransform().getMxx() / scale;
            assertThat(size).as("size of \"%s\" at 1080 pixels", label.getText()).isGreaterThanOrEqualTo(28);
            assertThat(contrast((Color) label.getTextFill(), ground(label))).as("contrast of \"%s\"", label.getText()).isGreaterThanOrEqualTo(7);
            Bounds place = label.localToScene(label.getLayoutBounds());
            assertThat(place.getMinX()).as(label.getText()).isGreaterThanOrEqualTo(0);
            assertThat(place.getMinY()).as(label.getText()).isGreaterThanOrEqualTo(0);
            assertThat(place.getMaxX()).as(label.getText()).isLessThanOrEqualTo(scene.getWidth());
            assertThat(place.getMaxY()).as(label.getText()).isLessThanOrEqualTo(scene.getHeight());
            assertThat(label.lookup(".text")).isInstanceOfSatisfying(javafx.scene.text.Text.class,
                    t -> assertThat(t.getText()).as("not cut off").doesNotEndWith("..."));
        }
    }

    private static boolean shows(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** The topmost opaque fill of the card a label lies on. */
    private static Color ground(Node label) {
        for (Node n = label.getParent(); n != null; n = n.getParent()) {
            if (n instanceof Region region && region.getBackground() != null && !region.getBackground().getFills().isEmpty()) {
                var fills = region.getBackground().getFills();
                Color top = (Color) fills.get(fills.size() - 1).getFill();
                assertThat(top.getOpacity()).isEqualTo(1);
                return top;
            }
        }
        throw new AssertionError("words lie on nothing");
    }

    /** Contrast by WCAG 2. */
    private static double contrast(Color a, Color b) {
        double bright = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (bright + 0.05) / (dark + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }
}
