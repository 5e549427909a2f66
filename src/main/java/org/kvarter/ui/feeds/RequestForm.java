package org.kvarter.ui.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.Paging;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Combos;

/** How the service is asked: how often, with which credential; paging and headers for those who need them. */
public final class RequestForm extends VBox {

    private static final Texts TEXTS = Texts.in(RequestForm.class);
    private static final String NEW = "\u0000new";
    private static final List<String> PAGINGS = List.of("None", "NextLink", "LinkHeader", "PageNumber", "Offset");

    /** How much of it is asked about. */
    private enum Scope {
        WHOLE, ACCESS
    }

    private final FeedSetupModel model;
    private final VBox credentialForm = new VBox();
    private final VBox more = new VBox(8);
    private final VBox pagingFields = new VBox(8);

    public RequestForm(FeedSetupModel model) {
        super(8);
        this.model = model;
        build(Scope.WHOLE);
    }

    private RequestForm(FeedSetupModel model, Scope scope) {
        super(8);
        this.model = model;
        build(scope);
    }

    /** Topic, credential and headers alone, for a service that is still to be found out. */
    public static RequestForm access(FeedSetupModel model) {
        return new RequestForm(model, Scope.ACCESS);
    }

    private void build(Scope scope) {
        boolean whole = scope == Scope.WHOLE;
        ComboBox<Integer> interval = FeedSetupView.intervals(model.requestProperty().get().intervalSeconds());
        interval.setId("feed-interval");
        interval.setOnAction(e -> change(r -> r.withInterval(interval.getValue())));
        ComboBox<String> credential = credentials();
        Button disclose = Buttons.labelled(Feather.CHEVRON_RIGHT, TEXTS.get("more.settings"), () -> { });
        disclose.getStyleClass().addAll("flat", "feed-more");
        disclose.setId("feed-more");
        disclose.setText(TEXTS.get(whole ? "more.settings" : "headers.settings"));
        if (whole) {
            more.getChildren().setAll(paging(), pagingFields, headers());
        } else {
            more.getChildren().setAll(headers());
        }
        show(more, !model.isPrefilled() && (!(model.requestProperty().get().paging() instanceof Paging.None)
                || !model.requestProperty().get().headers().isEmpty()));
        disclose.setOnAction(e -> {
            show(more, !more.isVisible());
            ((FontIcon) disclose.getGraphic()).setIconCode(more.isVisible() ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
        });
        show(credentialForm, false);
        if (model.needs().isPresent() && model.requestProperty().get().credential().isEmpty()) {
            credential.setValue(NEW); // the form for it is open at once, filled in as far as the preset tells
            credential.getOnAction().handle(new ActionEvent()); // which a box that is not on the screen yet does not do by itself
        }
        Node topic = topic();
        Runnable shape = () -> show(topic, model.requestProperty().get().isPushed());
        model.requestProperty().addListener((o, was, is) -> shape.run());
        shape.run();
        getChildren().setAll(topic, whole ? Roles.row(Roles.field(TEXTS.get("interval"), interval), Roles.field(TEXTS.get("credential"), credential))
                : Roles.field(TEXTS.get("credential"), credential), credentialForm,
                disclose, more);
    }

    private Node topic() {
        TextField field = new TextField(model.requestProperty().get().topic());
        field.setId("feed-topic");
        field.setPromptText("district/{place}/power");
        field.textProperty().addListener((o, was, is) -> change(r -> r.withTopic(is.strip())));
        model.requestProperty().addListener((o, was, is) -> {
            if (!is.topic().equals(field.getText().strip())) {
                field.setText(is.topic());
            }
        });
        return Roles.field(TEXTS.get("topic"), field);
    }

    private static void show(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private void change(UnaryOperator<FeedRequest> change) {
        model.requestProperty().set(change.apply(model.requestProperty().get()));
    }

    private ComboBox<String> credentials() {
        ComboBox<String> box = Combos.of(List.of(), c -> c.isEmpty() ? TEXTS.get("credential.none") : c.equals(NEW) ? TEXTS.get("credential.new") : c);
        box.setId("feed-credential");
        Runnable fill = () -> {
            List<String> names = new ArrayList<>(List.of(""));
            names.addAll(model.credentials());
            String used = model.requestProperty().get().credential();
            if (!names.contains(used)) {
                names.add(used);
            }
            names.add(NEW);
            box.getItems().setAll(names);
            box.setValue(used);
        };
        fill.run();
        box.setOnShowing(e -> fill.run());
        box.setOnAction(e -> {
            String chosen = box.getValue();
            boolean fresh = NEW.equals(chosen);
            show(credentialForm, fresh);
            if (fresh) {
                credentialForm.getChildren().setAll(new CredentialForm(model, () -> {
                    show(credentialForm, false);
                    fill.run();
                }));
            } else if (chosen != null) {
                change(r -> r.withCredential(chosen));
            }
        });
        return box;
    }

    private Node paging() {
        ComboBox<String> box = Combos.of(PAGINGS, p -> TEXTS.get("paging." + p));
        box.setId("feed-paging");
        Paging now = model.requestProperty().get().paging();
        box.setValue(now.getClass().getSimpleName());
        showPaging(now);
        box.setOnAction(e -> {
            Paging chosen = switch (box.getValue()) {
                case "NextLink" -> new Paging.NextLink("/next");
                case "LinkHeader" -> new Paging.LinkHeader();
                case "PageNumber" -> new Paging.PageNumber("page", 1);
                case "Offset" -> new Paging.Offset("offset", "limit", 100);
                default -> Paging.NONE;
            };
            change(r -> r.withPaging(chosen));
            showPaging(chosen);
        });
        return Roles.field(TEXTS.get("paging"), box);
    }

    private void showPaging(Paging paging) {
        pagingFields.getChildren().clear();
        if (paging instanceof Paging.NextLink next) {
            pagingFields.getChildren().setAll(text("paging.pointer", next.pointer(), t -> new Paging.NextLink(t)));
        } else if (paging instanceof Paging.PageNumber page) {
            pagingFields.getChildren().setAll(Roles.row(text("paging.parameter", page.parameter(), t -> new Paging.PageNumber(t, first())),
                    text("paging.first", Integer.toString(page.first()), t -> new Paging.PageNumber(parameter(), whole(t, 1)))));
        } else if (paging instanceof Paging.Offset offset) {
            pagingFields.getChildren().setAll(Roles.row(
                    text("paging.parameter", offset.parameter(), t -> new Paging.Offset(t, offset().sizeParameter(), offset().size())),
                    text("paging.sizeParameter", offset.sizeParameter(), t -> new Paging.Offset(offset().parameter(), t, offset().size())),
                    text("paging.size", Integer.toString(offset.size()), t -> new Paging.Offset(offset().parameter(), offset().sizeParameter(), whole(t, 100)))));
        }
        show(pagingFields, !pagingFields.getChildren().isEmpty());
    }

    private int first() {
        return model.requestProperty().get().paging() instanceof Paging.PageNumber p ? p.first() : 1;
    }

    private String parameter() {
        return model.requestProperty().get().paging() instanceof Paging.PageNumber p ? p.parameter() : "page";
    }

    private Paging.Offset offset() {
        return model.requestProperty().get().paging() instanceof Paging.Offset o ? o : new Paging.Offset("offset", "limit", 100);
    }

    private static int whole(String text, int otherwise) {
        return text.strip().matches("\\d{1,6}") ? Integer.parseInt(text.strip()) : otherwise;
    }

    private Node text(String key, String value, java.util.function.Function<String, Paging> made) {
        TextField field = new TextField(value);
        field.textProperty().addListener((o, was, is) -> change(r -> r.withPaging(made.apply(is.strip()))));
        return Roles.field(TEXTS.get(key), field);
    }

    private Node headers() {
        TextArea area = new TextArea(String.join("\n", model.requestProperty().get().headers().stream().map(h -> h.name() + ": " + h.value()).toList()));
        area.setPromptText(TEXTS.get("headers.prompt"));
        area.setPrefRowCount(2);
        area.textProperty().addListener((o, was, is) -> change(r -> r.withHeaders(parsed(is))));
        return Roles.field(TEXTS.get("headers"), area);
    }

    /** One header a line, name and value apart by a colon. */
    static List<FeedRequest.Header> parsed(String text) {
        List<FeedRequest.Header> headers = new ArrayList<>();
        for (String line : text.split("\\R")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.add(new FeedRequest.Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
            }
        }
        return headers;
    }
}
