package org.kvarter.ui.feeds;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.map.Sample;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/** The rows a mapping gives, some of them one by one, with what is wrong beside the record it is wrong with. */
final class PreviewTable extends VBox {

    private static final Texts TEXTS = Texts.in(PreviewTable.class);

    PreviewTable(Preview preview, FeedMapping mapping, FeedWords words) {
        super(8);
        if (preview.lines().isEmpty()) {
            return;
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("table-preview");
        List<String> heads = List.of("#", TEXTS.get("column.id"), TEXTS.get("column.name"), TEXTS.get("column.time"), TEXTS.get("column.value"),
                TEXTS.get("column.place"), TEXTS.get("column.trouble"));
        boolean names = !mapping.name().isEmpty();
        boolean places = mapping.hasPlace();
        boolean troubles = preview.lines().stream().anyMatch(l -> !l.issues().isEmpty());
        int column = 0;
        for (int c = 0; c < heads.size(); c++) {
            if (c == 2 && !names || c == 5 && !places || c == 6 && !troubles) {
                continue;
            }
            grid.add(cell(heads.get(c), "table-head"), column, 0);
            for (int r = 0; r < preview.lines().size(); r++) {
                Sample.Line line = preview.lines().get(r);
                Label text = cell(text(c, line, words), "table-cell-text");
                if (c == 6) {
                    text.getStyleClass().add("feed-cell-trouble");
                }
                grid.add(text, column, r + 1);
            }
            column++;
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToHeight(true);
        scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("panel-scroll");
        scroll.setMinHeight(21 * (preview.lines().size() + 1) + 12);
        Label sum = new Label(TEXTS.get("sum", Numbers.whole(preview.rows().records()), Numbers.whole(preview.rows().rows().size()),
                Numbers.whole(preview.values()), Numbers.whole(preview.places())));
        sum.getStyleClass().add("text-muted");
        sum.setId("feed-sum");
        getChildren().setAll(scroll, sum);
    }

    private static String text(int column, Sample.Line line, FeedWords words) {
        Optional<FeedRow> row = line.row();
        return switch (column) {
            case 0 -> Integer.toString(line.record());
            case 1 -> row.map(FeedRow::id).orElse("–");
            case 2 -> row.map(FeedRow::name).orElse("");
            case 3 -> row.map(r -> words.time(r.time())).orElse("");
            case 4 -> row.map(r -> FeedWords.value(r.value(), r.unit())).orElse("");
            case 5 -> row.filter(FeedRow::hasPlace).map(r -> String.format(Locale.ROOT, "%.4f, %.4f", r.latitude(), r.longitude())).orElse("–");
            default -> String.join(" ", line.issues());
        };
    }

    private static Label cell(String text, String style) {
        Label label = new Label(text.length() > 60 ? text.substring(0, 59) + "…" : text);
        label.getStyleClass().add(style);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
