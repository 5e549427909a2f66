package org.kvarter.ui.shell;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import org.kvarter.text.Texts;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.picture.FurniturePrint;
import org.kvarter.ui.picture.LegendPrint;
import org.kvarter.ui.picture.Lens;
import org.kvarter.ui.picture.PairPicture;
import org.kvarter.ui.picture.PictureSize;
import org.kvarter.ui.picture.PictureView;
import org.kvarter.ui.sheet.Sheet;
import org.kvarter.ui.stage.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks how large a picture of the twin is to be and where to put it, and takes it. On the JavaFX thread. */
final class PictureDialog {

    private static final Texts PICTURE = Texts.in(PictureView.class);
    private static final Logger LOG = LoggerFactory.getLogger(PictureDialog.class);

    private final Models models;
    private final Viewer viewer;
    private final FileQuestions files;
    private final Consumer<Sheet> shower;

    /** @param shower opens a sheet over the window */
    PictureDialog(Models models, Viewer viewer, FileQuestions files, Consumer<Sheet> shower) {
        this.models = models;
        this.viewer = viewer;
        this.files = files;
        this.shower = shower;
    }

    /** Shows the question. */
    void open() {
        javafx.geometry.Bounds twin = viewer.node().getLayoutBounds();
        PictureView view = new PictureView(new PictureSize((int) Math.max(64, twin.getWidth()), (int) Math.max(64, twin.getHeight())),
                models.painting().paintedProperty().get().legend().isPresent(), WindowTitle.name(models.session()));
        Button save = Buttons.primary(null, PICTURE.get("save"), () -> { });
        Sheet sheet = new Sheet(PICTURE.get("title"), 400, view);
        save.setDefaultButton(true);
        save.disableProperty().bind(view.sizeProperty().map(Optional::isEmpty));
        save.setOnAction(e -> view.sizeProperty().get().ifPresent(size -> {
            files.choosePicture().ifPresent(path -> {
                sheet.close();
                Lens lens = viewer.lens();
                take(size, path, picture -> {
                    if (view.wantsNames()) {
                        viewer.addLabels(picture);
                    }
                    if (view.wantsLegend()) {
                        LegendPrint.onto(picture, models.painting().paintedProperty().get(), models.workspace().settings().darkBinding().getValue());
                    }
                    FurniturePrint.onto(picture, lens, view.furniture(), models.workspace().settings().darkBinding().getValue());
                });
            });
        }));
        shower.accept(sheet.withCancel(PICTURE.get("cancel")).withButton(save));
    }

    private void take(PictureSize size, Path file, Consumer<Picture> finish) {
        models.workspace().notices().info(PICTURE.get("taking", file.getFileName()));
        PairPicture.take(models.workspace(), viewer::picture, size.width(), size.height()).whenComplete((picture, failure) -> {
            if (failure != null) {
                LOG.error("No picture", failure);
                models.workspace().notices().error(PICTURE.get("failed", file.getFileName()));
                return;
            }
            finish.accept(picture);
            models.workspace().tasks().io().execute(() -> {
                boolean written = write(picture, file);
                models.workspace().tasks().fx().execute(() -> {
                    if (written) {
                        models.workspace().notices().info(PICTURE.get("saved", file.getFileName()));
                    } else {
                        models.workspace().notices().error(PICTURE.get("unwritable", file));
                    }
                });
            });
        });
    }

    private static boolean write(Picture picture, Path file) {
        try {
            picture.writePng(file);
            return true;
        } catch (java.io.IOException e) {
            LOG.warn("The picture cannot be written", e);
            return false;
        }
    }
}
