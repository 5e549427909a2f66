package org.kvarter.remote.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.Paging;
import org.kvarter.remote.layer.LayerQuery;
import org.kvarter.remote.map.FeedProposer;
import org.kvarter.remote.map.Proposal;
import org.kvarter.text.Texts;

/** Whatever else answers with records: each list of them that has values, places or times is an offer. */
final class Plain {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);
    private static final int MOST = 8;

    private Plain() {
    }

    /** The last word of the address. */
    private static String named(Asker.Reply reply) {
        String path = reply.url().replaceAll("[?#].*", "").replaceAll("/+$", "").replaceAll(".*/", "").replaceAll("\\.\\w+$", "");
        return path.isBlank() ? reply.host() : path;
    }

    static Optional<Service> look(Asker.Reply reply, Asker asker) {
        List<Offer> offers = new ArrayList<>();
        if (reply.page().path("type").asText().equals("FeatureCollection") && reply.page().path("features").size() > 0) {
            offers.add(new Offer.Layer(TEXTS.get("plain.layer"), TEXTS.get("plain.features", reply.page().path("features").size()),
                    reply.page().has("links") || reply.page().has("numberMatched") ? new LayerQuery.Items(reply.url(), "")
                            : new LayerQuery.Document(reply.url(), ".geojson")));
        }
        List<Proposal> proposals = FeedProposer.look(reply.page());
        for (Proposal p : proposals) {
            FeedMapping m = p.mapping();
            if (offers.size() < MOST && m.layout() != FeedMapping.Layout.ONE && (!m.value().isEmpty() || m.hasPlace() || !m.time().isEmpty())) {
                String from = m.records().isEmpty() ? named(reply) : m.records().substring(1).replace('/', ' ');
                offers.add(new Offer.Readings(from, TEXTS.get("plain.records", p.count(), m.quantity()), asker.feed(reply.url(), Paging.NONE), m));
            }
        }
        if (offers.isEmpty() && !proposals.isEmpty() && !proposals.get(0).mapping().value().isEmpty()) {
            offers.add(new Offer.Readings(reply.host(), TEXTS.get("plain.records", 1, proposals.get(0).mapping().quantity()),
                    asker.feed(reply.url(), Paging.NONE), proposals.get(0).mapping()));
        }
        return offers.isEmpty() ? Optional.empty() : Optional.of(new Service(ServiceKind.PLAIN, reply.host(), "", offers));
    }
}
