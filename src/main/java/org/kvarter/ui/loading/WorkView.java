package org.kvarter.ui.loading;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.session.loading.LoadState;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Motion;

/** The slim bar of a load under way: what is being done, how far it is, and a button that stops it. */
public final class WorkView extends VBox {

    private static final Texts TEXTS = Texts.in(WorkView.class);

    private final Label message = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Motion motion;

    public WorkView(LoadingModel model, Motion motion) {
        this.motion = motion;
        getStyleClass().addAll("floating-card", "work");
        message.setMinWidth(0);
        message.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(message, Priority.ALWAYS);
        HBox row = new HBox(8, message, Buttons.icon(Feather.X, TEXTS.get("cancel"), model::cancel));
        row.setAlignment(Pos.CENTER_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        bar.setAccessibleText(TEXTS.get("progress"));
        getChildren().setAll(row, bar);
        setVisible(false);
        setManaged(false);
        Live.value(this, model.stateProperty(), this::show);
    }

    private void show(LoadState state) {
        if (state.running()) {
            message.setText(state.message().isEmpty() ? TEXTS.get("starting") : state.message());
            bar.setProgress(Double.isNaN(state.fraction()) ? ProgressBar.INDETERMINATE_PROGRESS : state.fraction());
            if (!isVisible()) {
                motion.enter(this);
            }
        } else if (isVisible()) {
            motion.hide(this);
        }
    }
}
