package org.kvarter.ui.assist;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Texts;

/** How a text file is read, to be chosen otherwise: delimiter, encoding, decimal sign, header rows. */
final class ReadingMenu {

    private static final Texts TEXTS = Texts.in(ReadingMenu.class);

    private ReadingMenu() {
    }

    /** The menu of a table whose reading can be overruled; empty for formats that leave no doubt. */
    static Optional<MenuButton> of(AssistModel model, TableSource source) {
        if (source.options().get(TableOptions.DELIMITER).isEmpty()) {
            return Optional.empty();
        }
        MenuButton menu = new MenuButton(TEXTS.get("reading"));
        menu.setId("assist-reading");
        menu.getStyleClass().addAll("small");
        menu.getItems().setAll(
                choices(model, source, "delimiter", TableOptions.DELIMITER, List.of(",", ";", "TAB", "|")),
                choices(model, source, "charset", TableOptions.CHARSET, List.of("UTF-8", "windows-1252", "UTF-16LE")),
                choices(model, source, "decimal", TableOptions.DECIMAL_COMMA, List.of("false", "true")),
                choices(model, source, "headerRow", TableOptions.HEADER_ROW, List.of("0", "1", "2", "3", "4", "5")),
                choices(model, source, "headerRows", TableOptions.HEADER_ROWS, List.of("0", "1", "2")));
        return Optional.of(menu);
    }

    private static Menu choices(AssistModel model, TableSource source, String key, String option, List<String> values) {
        Menu menu = new Menu(TEXTS.get("reading." + key));
        String now = source.options().get(option);
        for (String value : values) {
            RadioMenuItem item = new RadioMenuItem(switch (key) {
                case "decimal" -> TEXTS.get("reading.decimal." + value);
                case "headerRow" -> Integer.toString(Integer.parseInt(value) + 1);
                case "delimiter" -> value.equals("TAB") ? TEXTS.get("reading.tab") : value;
                default -> value;
            });
            item.setSelected(value.equalsIgnoreCase(now) || option.equals(TableOptions.DELIMITER) && value.equals("TAB") && now.equals("\t"));
            item.setOnAction(e -> model.reopen(source.options().with(option, value)));
            menu.getItems().add(item);
        }
        return menu;
    }
}
