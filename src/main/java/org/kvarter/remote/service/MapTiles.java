package org.kvarter.remote.service;

import java.util.List;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.layer.LayerQuery;
import org.kvarter.text.Texts;

/** Tiles by their address. */
final class MapTiles {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);

    private MapTiles() {
    }

    static Service of(FeedRequest like) {
        String host = like.url().replaceFirst("^\\w+://", "").replaceFirst("[/?].*", "").replaceFirst("^\\{[^}]*\\}\\.", "");
        return new Service(ServiceKind.XYZ, host, "", List.of(new Offer.Layer(TEXTS.get("tiles"), TEXTS.get("picture.detail", "EPSG:3857"),
                new LayerQuery.Tiles(FeedAddress.withKey(like.url().strip()), 0))));
    }
}
