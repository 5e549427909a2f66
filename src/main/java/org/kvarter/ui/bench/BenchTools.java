package org.kvarter.ui.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.session.bench.Workings;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.sheet.Sheet;

/** What is done with the layer on the bench: attributes by expressions, sums over areas. */
final class BenchTools {

    private static final Texts TEXTS = Texts.in(BenchTools.class);

    private final BenchModels models;
    private final Workspace workspace;
    private final Consumer<Sheet> sheets;

    BenchTools(BenchModels models, Workspace workspace, Consumer<Sheet> sheets) {
        this.models = models;
        this.workspace = workspace;
        this.sheets = sheets;
        models.workings().problemsProperty().addListener((o, was, is) -> warn(was, is));
    }

    /** From left to right. */
    List<Node> buttons() {
        MenuButton reckoned = new MenuButton(TEXTS.get("reckoned"), Icons.of(Feather.HASH));
        reckoned.getStyleClass().add("small");
        reckoned.setId("bench-reckoned");
        reckoned.setMinWidth(Button.USE_PREF_SIZE);
        reckoned.setOnShowing(e -> fill(reckoned));
        fill(reckoned);
        MenuButton export = new MenuButton(TEXTS.get("export"), Icons.of(Feather.DOWNLOAD));
        export.getStyleClass().add("small");
        export.setId("bench-export");
        export.setMinWidth(Button.USE_PREF_SIZE);
        BenchFiles files = new BenchFiles(models.bench(), workspace);
        for (BenchFiles.What what : BenchFiles.What.values()) {
            export.getItems().add(item(icon(what), "bench-export-" + what, TEXTS.get("export." + what), () -> files.save(what, export.getScene().getWindow())));
        }
        Button about = Buttons.icon(Feather.INFO, TEXTS.get("about"), () -> sheets.accept(AboutForm.sheet(models, models.bench().dataProperty().get().layerId())));
        about.setId("bench-about");
        return List.of(reckoned, export, about);
    }

    private static Feather icon(BenchFiles.What what) {
        return switch (what) {
            case TABLE -> Feather.LIST;
            case CHARTS -> Feather.BAR_CHART_2;
            case SERIES -> Feather.ACTIVITY;
            case FEATURES -> Feather.MAP;
        };
    }

    private void fill(MenuButton menu) {
        Workings workings = models.workings();
        String layer = models.bench().dataProperty().get().layerId();
        menu.getItems().setAll(item(Feather.PLUS, "bench-new-column", TEXTS.get("column.new"), () -> expression(new DerivedColumn(layer, "", "", ""))),
                item(Feather.LAYERS, "bench-new-summary", TEXTS.get("summary.new"), this::summary));
        List<DerivedColumn> columns = workspace.session().dataBook().columns().stream().filter(c -> c.layerId().equals(layer)).toList();
        List<AreaSummary> summaries = workspace.session().dataBook().summaries().stream().filter(s -> s.areas().equals(layer) || s.of().equals(layer)).toList();
        if (!columns.isEmpty() || !summaries.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (DerivedColumn column : columns) {
            boolean troubled = workings.problemsProperty().get().containsKey(column);
            menu.getItems().add(item(troubled ? Feather.ALERT_TRIANGLE : Feather.EDIT_2, "", column.name() + " = " + column.expression(), () -> expression(column)));
        }
        for (AreaSummary summary : summaries) {
            boolean troubled = workings.problemsProperty().get().containsKey(summary);
            menu.getItems().add(item(troubled ? Feather.ALERT_TRIANGLE : Feather.TRASH_2, "", TEXTS.get("summary.remove", summary.name()), () -> workings.remove(summary)));
        }
    }

    private static MenuItem item(Feather icon, String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text.length() > 70 ? text.substring(0, 69) + "…" : text, Icons.of(icon));
        item.setId(id);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> run.run());
        return item;
    }

    private void expression(DerivedColumn column) {
        sheets.accept(ExpressionForm.sheet(new ExpressionModel(workspace.session(), models.workings(), workspace.tasks(), column)));
    }

    private void summary() {
        sheets.accept(SummaryForm.sheet(new SummaryModel(workspace.session(), models.workings(), models.bench().dataProperty().get().layerId()), models.bench().layerProperty()::set));
    }

    /** Says why a new sum can never be told. */
    private void warn(Map<Object, String> before, Map<Object, String> now) {
        now.forEach((what, why) -> {
            if (what instanceof AreaSummary summary && !before.containsKey(what) && workspace.session().vault().guard().problem(summary).isPresent()) {
                workspace.notices().warn(why);
            }
        });
    }
}
