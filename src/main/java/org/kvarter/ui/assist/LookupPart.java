package org.kvarter.ui.assist;

import java.io.File;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.stage.FileChooser;
import org.kvarter.assist.JoinRule;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormats;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Combos;
import javafx.scene.control.ComboBox;

/** A table between: meters to buildings, for example. The file is chosen, its first column taken for the places and the second for the keys. */
final class LookupPart extends HBox {

    private static final Texts TEXTS = Texts.in(LookupPart.class);

    LookupPart(AssistModel model) {
        super(16);
        setAlignment(javafx.geometry.Pos.BOTTOM_LEFT);
        JoinRule rule = model.recipeProperty().get().join();
        Button choose = new Button(TEXTS.get(rule.lookupFile().isEmpty() ? "lookup.choose" : "lookup.other"));
        choose.setId("assist-lookup");
        choose.setOnAction(e -> {
            FileChooser chooser = new FileChooser();
            chooser.setTitle(TEXTS.get("lookup.title"));
            File file = chooser.showOpenDialog(getScene().getWindow());
            if (file != null) {
                List<String> columns = columns(file.toPath());
                if (columns.size() > 1) {
                    model.setJoin(model.recipeProperty().get().join().withLookup(file.getAbsolutePath(), columns.get(0), columns.get(1)));
                }
            }
        });
        getChildren().add(choose);
        if (!rule.lookupFile().isEmpty()) {
            List<String> columns = columns(java.nio.file.Path.of(rule.lookupFile()));
            ComboBox<String> from = Combos.of(columns, c -> c);
            from.setValue(rule.lookupFrom());
            ComboBox<String> to = Combos.of(columns, c -> c);
            to.setValue(rule.lookupTo());
            from.setOnAction(e -> model.setJoin(rule(model).withLookup(rule(model).lookupFile(), from.getValue(), rule(model).lookupTo())));
            to.setOnAction(e -> model.setJoin(rule(model).withLookup(rule(model).lookupFile(), rule(model).lookupFrom(), to.getValue())));
            Button none = new Button(TEXTS.get("lookup.none"));
            none.setOnAction(e -> model.setJoin(rule(model).withLookup("", "", "")));
            getChildren().addAll(TimeForm.field("lookup.from", from), TimeForm.field("lookup.to", to), none);
        }
    }

    private static JoinRule rule(AssistModel model) {
        return model.recipeProperty().get().join();
    }

    /** Names of a table's columns: only its head is read. */
    private static List<String> columns(java.nio.file.Path file) {
        try {
            return TableFormats.open(file).tables().get(0).columns().stream().map(TableColumn::name).toList();
        } catch (TableException e) {
            return List.of();
        }
    }
}
