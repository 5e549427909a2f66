package org.kvarter.ui.study;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.study.sun.SunHours;
import org.kvarter.study.sun.TreeShade;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.kit.Segments;
import org.kvarter.ui.scenario.Fields;

/** Hours of sun: the rule, reckoning, and what comes of it. */
final class SunHoursView extends VBox {

    private static final Texts TEXTS = Texts.in(SunHoursView.class);

    private final SunHoursModel model;
    private final StudyFiles files;
    private final Label trouble = wrapped("panel-trouble");
    private final Label stale = wrapped("caption");
    private final ProgressBar progress = new ProgressBar();
    private final Button compute;
    private final VBox results = new VBox(12);
    private final FigureRows figures = new FigureRows();

    SunHoursView(SunHoursModel model, SunSweep sweep, StudyFiles files) {
        super(12);
        this.model = model;
        this.files = files;
        compute = Buttons.primary(Feather.SUN, TEXTS.get("sun.compute"), () -> { });
        compute.setId("sun-compute");
        compute.setMaxWidth(Double.MAX_VALUE);
        compute.setOnAction(e -> {
            if (Double.isNaN(model.progressProperty().get())) {
                model.compute();
            } else {
                model.cancel();
            }
        });
        progress.setMaxWidth(Double.MAX_VALUE);
        CheckBox ground = new CheckBox(TEXTS.get("sun.ground"));
        ground.setId("sun-ground");
        ground.selectedProperty().bindBidirectional(model.groundProperty());
        CheckBox trees = new CheckBox(TEXTS.get("sun.trees"));
        trees.setId("sun-trees");
        trees.selectedProperty().bindBidirectional(model.treesProperty());
        Button play = Buttons.labelled(Feather.PLAY, TEXTS.get("sun.play"), () -> { });
        play.setId("sun-play");
        play.setMaxWidth(Double.MAX_VALUE);
        play.setOnAction(e -> {
            if (sweep.playingProperty().get()) {
                sweep.stop();
            } else {
                sweep.play(model.ruleProperty().get());
            }
        });
        Live.value(this, sweep.playingProperty(), is -> play.setText(TEXTS.get(is ? "sun.stop" : "sun.play")));
        CheckBox shown = new CheckBox(TEXTS.get("sun.shown"));
        shown.setId("sun-shown");
        shown.selectedProperty().bindBidirectional(model.shownProperty());
        Segments<SunPainting.Tell> tell = new Segments<>(List.of(SunPainting.Tell.values()), t -> TEXTS.get("sun.tell." + t), t -> "sun-tell-" + t,
                model.tellProperty(), model.tellProperty()::set);
        Button csv = Buttons.labelled(Feather.DOWNLOAD, TEXTS.get("csv"), this::export);
        csv.setId("sun-csv");
        Button clear = Buttons.labelled(Feather.X, TEXTS.get("sun.clear"), model::clear);
        clear.setId("sun-clear");
        Label attributes = wrapped("caption");
        attributes.setText(TEXTS.get("sun.attributes", SunHoursModel.MEAN, SunHoursModel.WORST, SunHoursModel.SHARE));
        results.getChildren().setAll(stale, figures, shown, tell, new FlowPane(8, 8, csv, clear), attributes);
        Label note = wrapped("caption");
        Live.value(this, model.treesProperty(), is -> note.setText(TEXTS.get(is ? "sun.note.trees" : "sun.note.noTrees", Numbers.percent(TreeShade.IN_LEAF),
                Numbers.percent(TreeShade.LEAFLESS)) + " " + TEXTS.get("sun.note")));
        getChildren().setAll(new RuleForm(model.ruleProperty(), model.stepProperty()), ground, trees, compute, progress, trouble, results, play, note);
        Live.refresh(this, this::show, model.progressProperty(), model.resultProperty(), model.ruleProperty(), model.troubleProperty(), model.stepProperty(), model.treesProperty());
    }

    private static Label wrapped(String style) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private void show() {
        boolean busy = !Double.isNaN(model.progressProperty().get());
        SunHours hours = model.resultProperty().get();
        compute.setText(TEXTS.get(busy ? "sun.cancel" : hours == null ? "sun.compute" : "sun.again"));
        progress.setProgress(busy ? model.progressProperty().get() : 0);
        Fields.present(progress, busy);
        trouble.setText(model.troubleProperty().get());
        Fields.present(trouble, !trouble.getText().isEmpty());
        Fields.present(results, hours != null);
        if (hours != null) {
            boolean current = model.isCurrent();
            stale.setText(current ? "" : TEXTS.get("sun.stale", SunPainting.day(hours.rule()), SunPainting.times(hours.rule())));
            Fields.present(stale, !current);
            show(hours);
        }
    }

    private void show(SunHours hours) {
        SunHours.Totals t = hours.totals();
        String wanted = Numbers.with(Numbers.three(hours.rule().hours()), "h");
        figures.clear();
        figures.add(TEXTS.get("sun.possible"), Numbers.with(Numbers.three(hours.possible()), "h"), hours.trees() > 0 ? TEXTS.get("sun.withTrees", Numbers.whole(hours.trees())) : "");
        if (t.facade() > 0) {
            figures.add(TEXTS.get("sun.facades", wanted), Numbers.percent(t.facadeMeeting() / t.facade()),
                    TEXTS.get("sun.of", Numbers.measured(t.facadeMeeting()), Numbers.measured(t.facade())));
            figures.add(TEXTS.get("sun.buildings", Numbers.percent(hours.rule().facadeShare())), Numbers.percent((double) t.meeting() / t.buildings()),
                    TEXTS.get("sun.count", Numbers.whole(t.meeting()), Numbers.whole(t.buildings())));
        }
        if (t.ground() > 0) {
            figures.add(TEXTS.get("sun.openGround", wanted), Numbers.percent(t.groundMeeting() / t.ground()),
                    TEXTS.get("sun.of", Numbers.measured(t.groundMeeting()), Numbers.measured(t.ground())));
        }
        if (t.courtyard() > 0) {
            figures.add(TEXTS.get("sun.courtyards", wanted), Numbers.percent(t.courtyardMeeting() / t.courtyard()),
                    TEXTS.get("sun.of", Numbers.measured(t.courtyardMeeting()), Numbers.measured(t.courtyard())));
        }
    }

    private void export() {
        files.save(this, TEXTS.get("sun.file", model.resultProperty().get().rule().day()), model.writing(), "csv");
    }
}
