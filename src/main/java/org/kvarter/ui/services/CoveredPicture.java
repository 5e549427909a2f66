package org.kvarter.ui.services;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.Severity;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.session.SetProperty;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.notice.Notice;

/** Says where a picture of the ground has gone that lies beneath areas drawn on it, and offers to hide those: one step to undo. Stateless. */
final class CoveredPicture {

    private static final Texts TEXTS = Texts.in(ServiceModel.class);
    private static final Set<LayerKind> COVERS = Set.of(LayerKind.WATER, LayerKind.LAND_USE, LayerKind.GREEN, LayerKind.STREETS, LayerKind.PLOTS, LayerKind.AREAS);

    private CoveredPicture() {
    }

    static void tell(Workspace workspace, String title) {
        Session session = workspace.session();
        List<Layer> covers = session.district().layers().stream().filter(l -> COVERS.contains(l.kind()) && session.style(l.id()).visible()).toList();
        if (!covers.isEmpty()) {
            String names = covers.stream().map(Layer::title).collect(Collectors.joining(", "));
            workspace.notices().show(new Notice(Severity.INFO, TEXTS.get("covered", title, names), TEXTS.get("covered.hide"), () -> hide(session, covers, title)));
        }
    }

    private static void hide(Session session, List<Layer> covers, String title) {
        List<SetProperty<LayerStyle>> changes = covers.stream().map(l -> {
            LayerStyle before = session.style(l.id());
            return new SetProperty<>("", "", before, before.withVisible(false), style -> session.styles().put(l.id(), style));
        }).toList();
        session.undo().perform(Change.of(TEXTS.get("undo.covered", title), () -> changes.forEach(Change::apply), () -> changes.forEach(Change::revert)));
    }
}
