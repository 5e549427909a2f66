package org.kvarter.ui.section;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.model.Section;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.kit.Segments;
import org.kvarter.ui.stage.FeatureBoxes;
import org.kvarter.ui.stage.Viewer;

/** How to cut the twin, with exact numbers; its handles stand in the twin while this is out. */
public final class SectionBar extends VBox {

    private static final Texts TEXTS = Texts.in(SectionBar.class);

    /** A number of a section. */
    private record Entry(String key, String unit, TextField field) {
    }

    private final SectionModel model;
    private final Session session;
    private final Viewer viewer;
    private final FlowPane numbers = new FlowPane(10, 4);
    private final Label hint = new Label();
    private final List<Entry> entries = new ArrayList<>();
    private SectionKind shown;

    /** @param close puts the tool away; what is cut stays cut */
    public SectionBar(SectionModel model, Session session, Viewer viewer, Runnable close) {
        this.model = model;
        this.session = session;
        this.viewer = viewer;
        getStyleClass().addAll("floating-card", "tool-bar-card");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(4, new Segments<>(List.of(SectionKind.values()), k -> TEXTS.get("kind." + k.key()), k -> "section-" + k.key(),
                model.sectionProperty().map(SectionKind::of).orElse(SectionKind.OFF), k -> model.choose(k, viewer.middle(), viewer.yawProperty().get())),
                gap, Buttons.icon(Feather.X, TEXTS.get("close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        getChildren().setAll(head, numbers, hint);
        numbers.managedProperty().bind(numbers.visibleProperty());
        Live.refresh(this, this::show, model.sectionProperty(), session.districtProperty());
        sceneProperty().addListener((o, was, is) -> {
            if (is == null) {
                viewer.setPulls(org.kvarter.scene.label.Pulls.NONE, model::pulled);
            }
        });
        show();
    }

    private void show() {
        Section section = model.section();
        SectionKind kind = SectionKind.of(section);
        if (kind != shown) {
            shown = kind;
            entries.clear();
            numbers.getChildren().clear();
            layOut(kind);
            numbers.setVisible(!entries.isEmpty());
        }
        double[] values = values(section);
        for (int k = 0; k < values.length; k++) {
            if (!entries.get(k).field.isFocused() || getScene() == null) {
                entries.get(k).field.setText(Numbers.exact(values[k], 2));
            }
        }
        hint.setText(TEXTS.get("hint." + kind.key()));
        if (getScene() != null) {
            viewer.setPulls(model.pulls(), model::pulled);
        }
    }

    private void layOut(SectionKind kind) {
        switch (kind) {
            case OFF -> { }
            case LEVEL -> {
                entry("height", "m");
                button("flip", model::flip);
            }
            case UPRIGHT -> {
                entry("east", "m");
                entry("north", "m");
                entry("direction", "°");
                button("flip", model::flip);
                button("alongView", () -> model.alongView(viewer.middle(), viewer.yawProperty().get()));
                button("draw", this::draw);
            }
            case BOX -> {
                for (String key : new String[] {"east", "north", "foot", "width", "depth", "tall"}) {
                    entry(key, "m");
                }
                entry("turn", "°");
                Button around = button("around", () -> model.around(FeatureBoxes.of(session, session.selection())));
                Live.refresh(around, () -> around.setDisable(session.selection().isEmpty()), session.selection());
                around.setDisable(session.selection().isEmpty());
            }
        }
    }

    private void draw() {
        model.drawingProperty().set(true);
        viewer.pickPlace(from -> viewer.pickPlace(to -> {
            model.through(from, to);
            viewer.toolProperty().set(Viewer.Tool.SECTION);
        }));
    }

    /** What to do while a line is drawn. */
    public static Region drawHint() {
        HBox card = new HBox(new Label(TEXTS.get("draw.first")));
        card.getStyleClass().addAll("floating-card", "tool-bar-card");
        return card;
    }

    private void entry(String key, String unit) {
        TextField field = new TextField();
        field.setId("section-" + key);
        field.getStyleClass().add("small");
        field.setPrefColumnCount(key.equals("east") || key.equals("north") ? 8 : 4);
        field.setAccessibleText(TEXTS.get(key));
        field.setOnAction(e -> put());
        field.focusedProperty().addListener((o, was, is) -> {
            if (was && !is) {
                put();
            }
        });
        entries.add(new Entry(key, unit, field));
        Label name = new Label(TEXTS.get(key));
        name.getStyleClass().add("property-name");
        HBox pair = new HBox(6, name, field, new Label(unit));
        pair.setAlignment(Pos.CENTER_LEFT);
        numbers.getChildren().add(pair);
    }

    private Button button(String key, Runnable run) {
        Button button = new Button(TEXTS.get(key));
        button.getStyleClass().add("small");
        button.setId("section-" + key);
        button.setOnAction(e -> run.run());
        numbers.getChildren().add(button);
        return button;
    }

    private static double[] values(Section section) {
        if (section instanceof Section.Plane p) {
            return p.level() ? new double[] {p.height()} : new double[] {p.east(), p.north(), p.direction()};
        }
        return section instanceof Section.Box b ? new double[] {b.east(), b.north(), b.foot(), b.width(), b.depth(), b.tall(), b.turn()} : new double[0];
    }

    /** Takes the numbers, unless one of them is none; what was not changed keeps the digits that are not shown. */
    private void put() {
        double[] before = values(model.section());
        if (before.length != entries.size()) {
            return;
        }
        double[] n = new double[before.length];
        for (int k = 0; k < n.length; k++) {
            Entry entry = entries.get(k);
            double typed = Numbers.parsed(entry.field.getText());
            boolean size = List.of("width", "depth", "tall").contains(entry.key);
            boolean wrong = !Double.isFinite(typed) || size && !(typed > 0);
            entry.field.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, wrong);
            if (wrong) {
                return;
            }
            n[k] = Math.abs(typed - before[k]) < 0.005 ? before[k] : typed;
        }
        if (model.section() instanceof Section.Plane p) {
            model.put(p.level() ? new Section.Plane(p.east(), p.north(), n[0], p.direction(), true, p.flipped())
                    : new Section.Plane(n[0], n[1], p.height(), n[2], false, p.flipped()));
        } else {
            model.put(new Section.Box(n[0], n[1], n[2], n[3], n[4], n[5], n[6]));
        }
    }
}
