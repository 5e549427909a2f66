package org.kvarter.ui.picture;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kvarter.text.Texts;
import org.kvarter.ui.scenario.Fields;

/** How large a picture is to be. */
public final class PictureView extends VBox {

    private static final Texts TEXTS = Texts.in(PictureView.class);

    private final CheckBox legend = new CheckBox(TEXTS.get("legend"));
    private final CheckBox north = new CheckBox(TEXTS.get("furniture.north"));
    private final CheckBox scale = new CheckBox(TEXTS.get("furniture.scale"));
    private final TextField title = new TextField();
    private final CheckBox names = new CheckBox(TEXTS.get("names"));
    private final ReadOnlyObjectWrapper<Optional<PictureSize>> size = new ReadOnlyObjectWrapper<>(this, "size", Optional.empty());

    /**
     * @param window  size of the twin on screen
     * @param overlay whether there is a legend that could stand in the picture
     * @param name    proposed as a title
     */
    public PictureView(PictureSize window, boolean overlay, String name) {
        getStyleClass().add("form");
        Label caption = new Label(TEXTS.get("size"));
        caption.getStyleClass().add("caption");
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.setId("picture-size");
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().add(window.text());
        PictureSize.common().forEach(s -> box.getItems().add(s.text()));
        box.setAccessibleText(TEXTS.get("size"));
        Label hint = new Label();
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        box.getEditor().textProperty().addListener((o, was, is) -> {
            size.set(PictureSize.parse(is));
            hint.setText(TEXTS.get(size.get().isPresent() ? "hint" : "wrong"));
        });
        box.setValue(PictureSize.common().get(1).text());
        legend.setSelected(overlay);
        legend.setDisable(!overlay);
        names.setSelected(true);
        title.setPromptText(TEXTS.get("furniture.prompt", name));
        title.setId("picture-title");
        north.setId("picture-north");
        scale.setId("picture-scale");
        getChildren().setAll(new VBox(2, caption, box), hint, Fields.field(TEXTS.get("furniture.title"), title), new VBox(8, legend, names, north, scale));
    }

    /** Whether the legend is to stand in the picture. */
    public boolean wantsLegend() {
        return legend.isSelected();
    }

    /** Whether names and what is measured are to stand in the picture. */
    public boolean wantsNames() {
        return names.isSelected();
    }

    /** What else is to stand in it. */
    public Furniture furniture() {
        return new Furniture(title.getText().strip(), north.isSelected(), scale.isSelected());
    }

    /** The size asked for; empty while what is written is none. */
    public ReadOnlyObjectProperty<Optional<PictureSize>> sizeProperty() {
        return size.getReadOnlyProperty();
    }
}
