package org.kvarter.session.loading;

import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.session.Session;

/** How a layer is shown when it first comes in: spaces lie hidden within their walls until a person asks for them. JavaFX thread. */
final class FirstLook implements Growth {

    private final Session session;

    FirstLook(Session session) {
        this.session = session;
    }

    @Override
    public void layerStarted(String layerId, LayerKind kind) {
        if (kind == LayerKind.SPACES && !session.styles().containsKey(layerId)) {
            session.styles().put(layerId, LayerStyle.DEFAULT.withVisible(false));
        }
    }
}
