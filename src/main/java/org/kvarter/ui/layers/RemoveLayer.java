package org.kvarter.ui.layers;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.project.ProjectSource;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;

/** Takes a layer out, with what is selected and pinned of it; the way back puts it where it was. */
final class RemoveLayer implements Change {

    private static final Texts TEXTS = Texts.in(RemoveLayer.class);

    private final Session session;
    private final Layer layer;
    private LayerMesh mesh;
    private int index;
    private List<FeatureKey> selected = List.of();
    private List<FeatureKey> pinned = List.of();
    private List<ProjectSource> sources = List.of();

    RemoveLayer(Session session, Layer layer) {
        this.session = session;
        this.layer = layer;
    }

    @Override
    public String title() {
        return TEXTS.get("undo.remove", layer.title());
    }

    @Override
    public void apply() {
        index = session.district().layers().stream().map(Layer::id).toList().indexOf(layer.id());
        selected = session.selection().stream().filter(this::isOurs).toList();
        pinned = session.pinned().stream().filter(this::isOurs).toList();
        session.selection().removeAll(selected);
        session.pinned().removeAll(pinned);
        sources = List.copyOf(session.sources());
        session.sources().setAll(sources.stream().map(this::withoutOurs).toList());
        session.districtProperty().set(session.district().without(layer.id()));
        mesh = session.meshes().remove(layer.id());
    }

    @Override
    public void revert() {
        if (mesh != null) {
            session.meshes().put(layer.id(), mesh);
        }
        List<Layer> layers = new ArrayList<>(session.district().layers());
        layers.add(Math.max(0, Math.min(index, layers.size())), layer);
        session.districtProperty().set(session.district().withLayers(layers));
        session.sources().setAll(sources);
        session.pinned().addAll(pinned);
        session.selection().addAll(selected);
    }

    /** A project that is opened again leaves out what was removed. */
    private ProjectSource withoutOurs(ProjectSource source) {
        if (!source.layers().contains(layer.id()) || source.removed().contains(layer.id())) {
            return source;
        }
        List<String> removed = new ArrayList<>(source.removed());
        removed.add(layer.id());
        return source.withRemoved(removed);
    }

    private boolean isOurs(FeatureKey key) {
        return key.layerId().equals(layer.id());
    }
}
