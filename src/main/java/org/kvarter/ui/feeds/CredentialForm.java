package org.kvarter.ui.feeds;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.remote.http.Credential.Scheme;
import org.kvarter.remote.preset.Preset;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Combos;

/** A new credential for the address's service: kept on this machine, never in the project. */
final class CredentialForm extends VBox {

    private static final Texts TEXTS = Texts.in(CredentialForm.class);

    CredentialForm(FeedSetupModel model, Runnable kept) {
        super(8);
        getStyleClass().add("feed-credential");
        TextField name = new TextField();
        name.setId("credential-name");
        ComboBox<Scheme> scheme = Combos.of(List.of(Scheme.values()), s -> TEXTS.get("scheme." + s));
        scheme.setId("credential-scheme");
        scheme.setValue(model.needs().map(Preset.Needs::scheme).orElse(Scheme.BEARER));
        TextField parameter = new TextField(model.needs().map(Preset.Needs::parameter).orElse(""));
        if (model.needs().isPresent()) {
            name.setText(model.origin().replaceFirst("^\\w+://", "").replaceFirst(":\\d+$", ""));
        }
        Label parameterCaption = new Label();
        parameterCaption.getStyleClass().add("caption");
        VBox parameterField = new VBox(2, parameterCaption, parameter);
        PasswordField secret = new PasswordField();
        secret.setId("credential-secret");
        TextField variable = new TextField();
        variable.setPromptText("CITY_API_TOKEN");
        Runnable shape = () -> {
            boolean asked = scheme.getValue() != Scheme.BEARER && scheme.getValue() != Scheme.TOKEN && scheme.getValue() != Scheme.PATH;
            parameterField.setVisible(asked);
            parameterField.setManaged(asked);
            parameterCaption.setText(asked ? TEXTS.get("parameter." + scheme.getValue()) : "");
            parameter.setPromptText(scheme.getValue() == Scheme.HEADER ? "X-Api-Key" : scheme.getValue() == Scheme.QUERY ? "apikey" : "");
        };
        scheme.setOnAction(e -> shape.run());
        shape.run();
        Label why = new Label();
        why.getStyleClass().add("feed-trouble");
        why.setWrapText(true);
        HBox.setHgrow(why, Priority.ALWAYS);
        Button keep = Buttons.labelled(Feather.KEY, TEXTS.get("keep"), () -> {
            String trouble = model.keep(name.getText(), scheme.getValue(), parameter.getText(), secret.getText(), variable.getText());
            why.setText(trouble);
            if (trouble.isEmpty()) {
                kept.run();
            }
        });
        keep.setId("credential-keep");
        keep.setMinWidth(USE_PREF_SIZE);
        Label where = new Label(TEXTS.get("where"));
        where.getStyleClass().add("caption");
        where.setWrapText(true);
        where.setMinHeight(USE_PREF_SIZE);
        HBox foot = new HBox(8, why, keep);
        foot.setAlignment(Pos.CENTER_RIGHT);
        Node first = Roles.row(Roles.field(TEXTS.get("name"), name), Roles.field(TEXTS.get("scheme"), scheme));
        getChildren().setAll(first, parameterField, Roles.row(Roles.field(TEXTS.get("secret"), secret), Roles.field(TEXTS.get("variable"), variable)),
                where, foot);
    }
}
