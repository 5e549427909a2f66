package org.kvarter.ui.layers;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.geo.GroundFit;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.Stance;
import org.kvarter.session.standing.Variants;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Icons;

/** What a layer's menu offers of models: buildings and ground under them, variants. Stateless. */
final class StanceMenu {

    private static final Texts TEXTS = Texts.in(StanceMenu.class);

    private StanceMenu() {
    }

    /** The entries for a layer; none where it is no layer of solids. */
    static List<MenuItem> items(LayersModel model, LayersView.Host host, Layer layer) {
        if (!(layer instanceof SolidLayer)) {
            return List.of();
        }
        Stance stance = model.style(layer.id()).stance();
        CheckMenuItem below = new CheckMenuItem(TEXTS.get("below"), Icons.of(Feather.LAYERS));
        below.setSelected(stance.below() == Stance.Below.HIDDEN);
        below.setOnAction(e -> model.setBelow(layer, below.isSelected() ? Stance.Below.HIDDEN : Stance.Below.KEPT));
        return List.of(new SeparatorMenuItem(), below, ground(model, layer, stance), heights(model, host, layer), variants(model, layer, stance));
    }

    private static Menu ground(LayersModel model, Layer layer, Stance stance) {
        Menu menu = new Menu(TEXTS.get("ground"), Icons.of(Feather.TRENDING_DOWN));
        ToggleGroup one = new ToggleGroup();
        for (Stance.Ground ground : Stance.Ground.values()) {
            RadioMenuItem item = new RadioMenuItem(TEXTS.get("ground." + ground.name()));
            item.setToggleGroup(one);
            item.setSelected(stance.ground() == ground);
            item.setOnAction(e -> model.setGround(layer, ground));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static Menu heights(LayersModel model, LayersView.Host host, Layer layer) {
        Menu menu = new Menu(TEXTS.get("heights"), Icons.of(Feather.BAR_CHART));
        ToggleGroup one = new ToggleGroup();
        for (GroundFit.Rule rule : GroundFit.Rule.values()) {
            RadioMenuItem item = new RadioMenuItem(TEXTS.get("heights." + rule.name()));
            item.setToggleGroup(one);
            item.setSelected(model.heights(layer) == rule);
            item.setOnAction(e -> host.heights(layer, rule));
            menu.getItems().add(item);
        }
        menu.setDisable(!model.hasTerrain() || layer.kind() != LayerKind.BUILDINGS);
        return menu;
    }

    private static Menu variants(LayersModel model, Layer layer, Stance stance) {
        Variants variants = model.variants();
        Menu menu = new Menu(TEXTS.get("variants"), Icons.of(Feather.COPY));
        List<MenuItem> items = new ArrayList<>();
        if (stance.isVariant()) {
            List<Layer> all = variants.of(stance.variants());
            ToggleGroup one = new ToggleGroup();
            for (Layer each : all) {
                RadioMenuItem item = new RadioMenuItem(variants.name(each));
                item.setMnemonicParsing(false);
                item.setToggleGroup(one);
                item.setSelected(model.style(each.id()).visible());
                item.setOnAction(e -> variants.show(each));
                items.add(item);
            }
            items.add(new SeparatorMenuItem());
            items.add(item(TEXTS.get("variant.next"), variants::next));
            all.stream().filter(other -> !other.id().equals(layer.id()))
                    .forEach(other -> items.add(item(TEXTS.get("variant.compare", variants.name(other)), () -> variants.compare(layer, other))));
            items.add(item(TEXTS.get("variant.leave"), () -> variants.leave(layer)));
        } else {
            model.layers().stream().filter(other -> other instanceof SolidLayer && !other.id().equals(layer.id()))
                    .forEach(other -> items.add(item(TEXTS.get("variant.join", variants.name(other)), () -> variants.join(layer, other))));
        }
        menu.getItems().setAll(items);
        menu.setDisable(items.isEmpty());
        return menu;
    }

    private static MenuItem item(String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> run.run());
        return item;
    }
}
