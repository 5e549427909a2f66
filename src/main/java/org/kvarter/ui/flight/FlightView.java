package org.kvarter.ui.flight;

import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.model.Viewpoint;
import org.kvarter.study.flight.FlightPath;
import org.kvarter.study.flight.FrameFiles;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.kit.Segments;
import org.kvarter.ui.picture.PictureSize;
import org.kvarter.ui.scenario.Fields;

/** What a flight goes along, how fast, how large; then its pictures being taken. */
public final class FlightView extends VBox {

    private static final Texts TEXTS = Texts.in(FlightView.class);

    private final FlightModel model;
    private final ObjectProperty<FlightModel.Along> along = new SimpleObjectProperty<>(FlightModel.Along.VIEWPOINTS);
    private final TextField seconds = new TextField("4");
    private final TextField frames = new TextField("25");
    private final ComboBox<String> size = new ComboBox<>();
    private final Label sum = new Label();
    private final Label film = new Label();
    private final Button begin;
    private final ProgressBar progress = new ProgressBar();

    public FlightView(FlightModel model) {
        this.model = model;
        getStyleClass().add("form");
        if (model.stops(FlightModel.Along.VIEWPOINTS).size() < 2 && model.stops(FlightModel.Along.STORY).size() > 1) {
            along.set(FlightModel.Along.STORY);
        }
        size.setEditable(true);
        size.getItems().setAll("1280 × 720", "1920 × 1080", "3840 × 2160");
        size.setValue("1920 × 1080");
        size.setId("flight-size");
        seconds.setId("flight-seconds");
        frames.setId("flight-frames");
        begin = Buttons.primary(Feather.VIDEO, TEXTS.get("begin"), this::begin);
        begin.setId("flight-begin");
        begin.setMaxWidth(Double.MAX_VALUE);
        progress.setMaxWidth(Double.MAX_VALUE);
        for (Label label : List.of(sum, film)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        film.getStyleClass().add("caption");
        Segments<FlightModel.Along> choice = new Segments<>(List.of(FlightModel.Along.values()), a -> TEXTS.get("along." + a), a -> "flight-" + a, along,
                along::set);
        getChildren().setAll(choice, new HBox(12, Fields.field(TEXTS.get("seconds"), seconds), Fields.field(TEXTS.get("frames"), frames)),
                Fields.field(TEXTS.get("size"), size), sum, begin, progress, film);
        film.setText(TEXTS.get("film"));
        for (TextField field : List.of(seconds, frames, size.getEditor())) {
            field.textProperty().addListener((o, was, is) -> show());
        }
        Live.value(this, along, a -> show());
        Live.value(this, model.progressProperty(), p -> show());
    }

    private Optional<FlightPath> path() {
        List<Viewpoint> stops = model.stops(along.get());
        double perLeg = Fields.number(seconds.getText());
        double perSecond = Fields.number(frames.getText());
        return stops.size() >= 2 && perLeg >= 0.1 && perLeg <= 600 && perSecond >= 1 && perSecond <= 120
                ? Optional.of(new FlightPath(stops, perLeg, (int) perSecond)) : Optional.empty();
    }

    private void show() {
        boolean busy = !Double.isNaN(model.progressProperty().get());
        Optional<FlightPath> path = path();
        sum.setText(path.map(p -> TEXTS.get("sum", p.stops().size(), Numbers.whole(p.frames()),
                Numbers.with(Numbers.three((p.stops().size() - 1) * p.secondsPerLeg()), "s"))).orElseGet(() -> TEXTS.get("none." + along.get())));
        begin.setText(TEXTS.get(busy ? "stop" : "begin"));
        begin.setDisable(!busy && (path.isEmpty() || PictureSize.parse(size.getEditor().getText()).isEmpty()));
        progress.setProgress(busy ? model.progressProperty().get() : 0);
        Fields.present(progress, busy);
    }

    private void begin() {
        if (!Double.isNaN(model.progressProperty().get())) {
            model.stop();
            return;
        }
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(TEXTS.get("folder"));
        File folder = chooser.showDialog(getScene().getWindow());
        if (folder != null) {
            FlightPath path = path().orElseThrow();
            film.setText(TEXTS.get("film.command", FrameFiles.film(folder.toPath(), path.framesPerSecond())));
            model.take(path, PictureSize.parse(size.getEditor().getText()).orElseThrow(), folder.toPath());
        }
    }
}
