package org.kvarter.ui.loading;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.place.PlaceCandidate;
import org.kvarter.model.District;
import org.kvarter.text.Texts;

/** Where a file belongs: the candidates with their reasons, the best first, each shown on a map of what is open. */
final class PlaceChoice extends VBox {

    private static final Texts TEXTS = Texts.in(PlaceChoice.class);

    /**
     * @param changed told after every choice
     */
    PlaceChoice(FileChoices choices, District district, Runnable changed) {
        super(8);
        getStyleClass().add("place-choice");
        ToggleGroup group = new ToggleGroup();
        VBox list = new VBox(10);
        List<RadioButton> buttons = new ArrayList<>();
        PlaceMap map = new PlaceMap(district, (east, north) -> choices.local().ifPresent(local -> {
            choices.setAnchor(district, east, north);
            group.selectToggle(null);
            group.selectToggle(buttons.get(choices.candidates().indexOf(local)));
        }));
        for (PlaceCandidate candidate : choices.candidates()) {
            buttons.add(button(group, candidate.title()));
            Label reason = new Label(candidate.stated() ? TEXTS.get("place.stated", candidate.reason()) : candidate.reason());
            reason.getStyleClass().add("caption");
            reason.setWrapText(true);
            reason.setMinHeight(USE_PREF_SIZE);
            reason.setPadding(new javafx.geometry.Insets(0, 0, 0, 22));
            list.getChildren().add(new VBox(1, buttons.get(buttons.size() - 1), reason));
        }
        RadioButton other = button(group, TEXTS.get("place.other"));
        TextField code = new TextField();
        code.setPromptText(TEXTS.get("crs.prompt"));
        code.setAccessibleText(TEXTS.get("crs"));
        HBox.setHgrow(code, Priority.ALWAYS);
        Label found = new Label();
        found.getStyleClass().add("caption");
        HBox line = new HBox(8, other, code);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        list.getChildren().add(new VBox(2, line, found));
        Runnable choose = () -> {
            int at = buttons.indexOf(group.getSelectedToggle());
            choices.setPlace(at < 0 ? null : choices.candidates().get(at));
            choices.setCrs(at < 0 ? code.getText() : "");
            found.setText(at >= 0 || code.getText().isBlank() ? ""
                    : FileChoices.known(code.getText().trim()).map(CoordinateSystem::label).orElse(TEXTS.get("crs.unknown")));
            map.show(at < 0 ? null : choices.box(choices.candidates().get(at)).orElse(null));
            changed.run();
        };
        group.selectedToggleProperty().addListener((o, was, is) -> choose.run());
        code.textProperty().addListener((o, was, is) -> {
            group.selectToggle(other);
            choose.run();
        });
        group.selectToggle(buttons.get(0));
        HBox.setHgrow(list, Priority.ALWAYS);
        HBox both = new HBox(16, list);
        if (!map.isEmpty()) {
            Label hint = new Label(TEXTS.get("place.point"));
            hint.getStyleClass().add("caption");
            hint.setWrapText(true);
            hint.setMaxWidth(240);
            both.getChildren().add(choices.local().isPresent() ? new VBox(6, map, hint) : map);
        }
        getChildren().add(both);
    }

    private static RadioButton button(ToggleGroup group, String words) {
        RadioButton button = new RadioButton(words);
        button.setToggleGroup(group);
        button.setWrapText(true);
        button.setMinHeight(USE_PREF_SIZE);
        return button;
    }
}
