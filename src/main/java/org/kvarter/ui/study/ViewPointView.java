package org.kvarter.ui.study;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.model.FeatureKey;
import org.kvarter.session.SelectFeatures;
import org.kvarter.study.view.Eye;
import org.kvarter.study.view.Seen;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.FeatureNames;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.scenario.Fields;
import org.kvarter.ui.sheet.Sheet;
import org.kvarter.ui.stage.Viewer;

/** A view from a place: where one stands, how one looks, which buildings one sees, and the skyline. */
final class ViewPointView extends VBox {

    private static final Texts TEXTS = Texts.in(ViewPointView.class);
    private static final int LISTED = 12;

    private final ViewModel model;
    private final Label hint = caption();
    private final Label lens = caption();
    private final FigureRows figures = new FigureRows();
    private final VBox list = new VBox(2);
    private final VBox results = new VBox(12);

    ViewPointView(ViewModel model, Viewer viewer, Consumer<Sheet> sheets, StudyFiles files) {
        super(12);
        this.model = model;
        Button choose = Buttons.primary(Feather.CROSSHAIR, TEXTS.get("view.choose"), () -> {
            hint.setText(TEXTS.get("view.click"));
            double facing = (viewer.yawProperty().get() % 360 + 360) % 360;
            viewer.pickPlace(where -> model.stand(where, facing));
        });
        choose.setId("view-choose");
        choose.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(8, field("height", model.heightProperty(), h -> h >= 0 && h <= 500, 2), field("yaw", model.yawProperty(), y -> y >= -360 && y <= 360, 0),
                field("width", model.widthProperty(), w -> w >= 1 && w <= 360, 0));
        Button stand = Buttons.labelled(Feather.EYE, TEXTS.get("view.stand"), () -> model.camera().ifPresent(viewer::flyTo));
        stand.setId("view-stand");
        Button skyline = Buttons.labelled(Feather.TRENDING_UP, TEXTS.get("view.skyline"), () -> sheets.accept(SkylineView.sheet(model, files)));
        skyline.setId("view-skyline");
        Button clear = Buttons.labelled(Feather.X, TEXTS.get("sun.clear"), model::clear);
        clear.setId("view-clear");
        results.getChildren().setAll(figures, list, new FlowPane(8, 8, stand, skyline, clear));
        Label note = caption();
        note.setText(TEXTS.get("view.note"));
        getChildren().setAll(choose, hint, row, lens, results, note);
        Live.refresh(this, this::show, model.resultProperty(), model.placeProperty(), model.widthProperty(), model.busyProperty());
        model.begin();
    }

    private static Label caption() {
        Label label = new Label();
        label.getStyleClass().add("caption");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private VBox field(String key, DoubleProperty value, DoublePredicate fits, int decimals) {
        TextField field = new TextField();
        field.setId("view-" + key);
        Runnable put = () -> {
            double typed = Fields.number(field.getText());
            field.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, !fits.test(typed));
            if (fits.test(typed) && Math.abs(typed - value.get()) > 1e-6) {
                value.set(typed);
            }
        };
        field.setOnAction(e -> put.run());
        field.focusedProperty().addListener((o, was, is) -> {
            if (was && !is) {
                put.run();
            }
        });
        Live.value(this, value, is -> field.setText(Numbers.exact(is.doubleValue(), decimals)));
        VBox box = Fields.field(TEXTS.get("view." + key), field);
        box.setPrefWidth(90);
        return box;
    }

    private void show() {
        double focal = Eye.focalLength(model.widthProperty().get());
        lens.setText(Double.isNaN(focal) ? "" : TEXTS.get("view.lens", Numbers.whole(Math.round(focal))));
        boolean stands = model.placeProperty().get() != null;
        if (stands || !hint.getText().equals(TEXTS.get("view.click"))) {
            hint.setText(stands ? "" : TEXTS.get("view.hint"));
        }
        Fields.present(hint, !hint.getText().isEmpty());
        ViewModel.Result result = model.resultProperty().get();
        Fields.present(results, result != null);
        list.getChildren().clear();
        if (result != null) {
            List<Seen> seen = result.seen().stream().filter(s -> s.share() > 0).toList();
            figures.clear();
            figures.add(TEXTS.get("view.seen"), TEXTS.get("sun.count", Numbers.whole(seen.size()), Numbers.whole(result.seen().size())), "");
            seen.stream().limit(LISTED).forEach(s -> list.getChildren().add(line(s)));
            if (seen.size() > LISTED) {
                Label more = caption();
                more.setText(TEXTS.get("view.more", Numbers.whole(seen.size() - LISTED)));
                list.getChildren().add(more);
            }
        }
    }

    private HBox line(Seen seen) {
        String name = model.session().layer(seen.layerId()).map(l -> new FeatureNames(l.features()).best(seen.row(), l.title())).orElse("");
        Hyperlink link = new Hyperlink(name);
        link.setOnAction(e -> SelectFeatures.only(model.session(), List.of(new FeatureKey(seen.layerId(), seen.row()))));
        link.setMaxWidth(Double.MAX_VALUE);
        link.setMinWidth(0);
        HBox.setHgrow(link, javafx.scene.layout.Priority.ALWAYS);
        Label share = new Label(Numbers.percent(seen.share()) + "  ·  " + Numbers.with(Numbers.measured(seen.distance()), "m"));
        share.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, link, share);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }
}
