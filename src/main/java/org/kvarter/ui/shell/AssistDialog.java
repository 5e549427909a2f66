package org.kvarter.ui.shell;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.assist.RecipeJson;
import org.kvarter.assist.StoreImport;
import org.kvarter.tables.ColumnRole;
import org.kvarter.text.Texts;
import org.kvarter.ui.assist.AssistAdd;
import org.kvarter.ui.assist.AssistModel;
import org.kvarter.ui.assist.AssistModel.Page;
import org.kvarter.ui.assist.AssistView;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.sheet.Sheet;

/** The import assistant as a sheet with its buttons. JavaFX thread. */
final class AssistDialog {

    private static final Texts TEXTS = Texts.in(AssistModel.class);
    private static final double WIDTH = 1080;

    private final Models models;
    private final Consumer<Sheet> sheets;

    AssistDialog(Models models, Consumer<Sheet> sheets) {
        this.models = models;
        this.sheets = sheets;
    }

    /** Opens a file in the assistant; says why where it holds no table. */
    void open(Path file) {
        AssistModel.open(models.workspace(), models.databases(), file).whenComplete((model, failure) -> {
            if (failure == null) {
                show(model, file);
            } else {
                models.workspace().notices().error(AssistModel.sentence(failure));
            }
        });
    }

    private void show(AssistModel model, Path file) {
        Sheet sheet = new Sheet(TEXTS.get("title"), WIDTH, new AssistView(model)).onCancel(model::close);
        Button layer = new Button(TEXTS.get("asLayer"));
        layer.setId("assist-as-layer");
        layer.visibleProperty().bind(Bindings.createBooleanBinding(() -> !model.recipeProperty().get().of(ColumnRole.EAST).isEmpty(), model.recipeProperty()));
        layer.managedProperty().bind(layer.visibleProperty());
        layer.setOnAction(e -> {
            sheet.cancel();
            models.loading().open(List.of(file));
        });
        Button recipe = Buttons.labelled(Feather.SAVE, TEXTS.get("saveRecipe"), () -> save(model, sheet));
        recipe.setId("assist-save");
        recipe.visibleProperty().bind(model.outcomeProperty().isNotNull().and(model.pageProperty().isEqualTo(Page.CHECKS)));
        recipe.managedProperty().bind(recipe.visibleProperty());
        Button back = new Button(TEXTS.get("back"));
        back.setOnAction(e -> model.show(Page.values()[model.pageProperty().get().ordinal() - 1]));
        back.disableProperty().bind(model.pageProperty().isEqualTo(Page.TABLE));
        Button next = Buttons.primary(null, TEXTS.get("next"), () -> next(model, sheet));
        next.setId("assist-next");
        next.textProperty().bind(Bindings.createStringBinding(() -> TEXTS.get(model.pageProperty().get() == Page.CHECKS ? "import" : "next"),
                model.pageProperty()));
        next.disableProperty().bind(Bindings.createBooleanBinding(() -> model.pageProperty().get() == Page.CHECKS && model.outcomeProperty().get() == null
                || model.pageProperty().get() == Page.PLACES && model.joinProperty().get() == null,
                model.pageProperty(), model.outcomeProperty(), model.joinProperty()));
        next.setDefaultButton(true);
        sheets.accept(sheet.withCancel(TEXTS.get("cancel")).withButton(layer).withButton(recipe).withButton(back).withButton(next));
    }

    private void next(AssistModel model, Sheet sheet) {
        Page page = model.pageProperty().get();
        if (page != Page.CHECKS) {
            model.show(Page.values()[page.ordinal() + 1]);
            return;
        }
        model.ready().ifPresent(outcome -> {
            if (StoreImport.isNeeded(outcome.survey())) {
                model.store(stored -> {
                    sheet.close();
                    stored.add(models.workspace().session(), outcome.join().matched() > 0);
                    models.window().timelineProperty().set(true);
                });
                return;
            }
            sheet.close();
            AssistAdd.add(models.workspace().session(), outcome);
            if (!outcome.series().isEmpty()) {
                models.window().timelineProperty().set(true);
            }
        });
    }

    private void save(AssistModel model, Sheet sheet) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.get("saveRecipe"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(TEXTS.get("recipeFiles"), "*.json"));
        model.ready().ifPresent(outcome -> {
            chooser.setInitialFileName(outcome.recipe().id() + ".recipe.json");
            File file = chooser.showSaveDialog(sheet.getScene().getWindow());
            if (file == null) {
                return;
            }
            try {
                Files.write(file.toPath(), RecipeJson.write(outcome.recipe()));
                models.workspace().notices().info(TEXTS.get("recipeSaved", file.getName()));
            } catch (IOException e) {
                models.workspace().notices().error(TEXTS.get("recipeNotSaved", file.getName(), String.valueOf(e.getMessage())));
            }
        });
    }
}
