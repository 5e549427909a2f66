package org.kvarter.ui.assist;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import org.kvarter.assist.AssistException;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.assist.QuantityNames;
import org.kvarter.assist.RowPreview;
import org.kvarter.tables.TableSource;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Live;

/** What the first rows give by the recipe as it stands, in words: whether time, place and number are understood is seen before all is read. */
final class RowGives extends Label {

    private static final Texts TEXTS = Texts.in(RowGives.class);
    private static final int ROWS = 5;
    private static final int VALUES = 3;

    private final LatestWins<Optional<List<RowPreview.Line>>> reading;
    private final AssistModel model;

    RowGives(AssistModel model, Tasks tasks) {
        this.model = model;
        reading = new LatestWins<>(tasks.io(), tasks.fx());
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setId("assist-row-gives");
        Live.value(this, model.recipeProperty(), this::read);
    }

    private void read(ImportRecipe recipe) {
        TableSource source = model.openedProperty().get().source();
        reading.request(() -> {
            try {
                return Optional.of(RowPreview.of(recipe, source, ROWS));
            } catch (AssistException e) {
                return Optional.empty(); // a recipe on its way: what it lacks is told when the table is read
            }
        }, lines -> setText(lines.flatMap(all -> all.stream().filter(l -> !l.values().isEmpty()).findFirst()).map(l -> text(l, recipe))
                .orElse(recipe.hasTimes() ? TEXTS.get("row.nothing") : "")));
    }

    private static String text(RowPreview.Line line, ImportRecipe recipe) {
        String values = line.values().stream().limit(VALUES).map(v -> (v.place().isEmpty() ? "" : v.place() + ": ") + QuantityNames.shown(v.quantity()) + " "
                + Figures.of(v.value(), v.unit())).collect(Collectors.joining(", ")) + (line.values().size() > VALUES ? " …" : "");
        DateTimeFormatter form = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT).withLocale(Locale.getDefault(Locale.Category.DISPLAY));
        return line.time().map(t -> TEXTS.get("row.gives.at", line.line(), values, form.format(t.atZone(ZoneId.of(recipe.time().zone())))))
                .orElseGet(() -> TEXTS.get("row.gives", line.line(), values));
    }
}
