package org.kvarter.remote.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.Paging;
import org.kvarter.text.Texts;

/**
 * FIWARE NGSI-v2: a feed for each type of entities, with plain values and pages by offset whose number is told in
 * {@code Fiware-Total-Count}. A tenant is chosen by the header {@code Fiware-Service}.
 */
final class NgsiV2 implements Recogniser {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);

    @Override
    public List<String> guesses(String base) {
        return base.endsWith("/v2") ? List.of() : List.of(base + "/v2");
    }

    @Override
    public Optional<Service> look(Asker.Reply reply, Asker asker) throws FeedException {
        if (!reply.page().has("entities_url") || !reply.page().has("types_url")) {
            return Optional.empty();
        }
        String root = reply.resolved(reply.page().path("types_url").asText());
        List<Offer> offers = new ArrayList<>();
        for (JsonNode type : asker.all(root, "", new Paging.Offset("offset", "limit", 100), 500)) {
            String name = type.path("type").asText();
            List<String> attributes = new ArrayList<>();
            for (Iterator<String> i = type.path("attrs").fieldNames(); i.hasNext();) {
                attributes.add(i.next());
            }
            String url = reply.resolved(reply.page().path("entities_url").asText()) + "?type=" + Asker.encoded(name) + "&options=keyValues,count";
            offers.add(new Offer.Readings(name, TEXTS.get("ngsi.detail", type.path("count").asInt(), brief(attributes)),
                    asker.feed(url, new Paging.Offset("offset", "limit", 500)), FeedMapping.EMPTY));
        }
        return Optional.of(new Service(ServiceKind.NGSI_V2, reply.host(), "", offers));
    }

    static String brief(List<String> names) {
        String all = String.join(", ", names.subList(0, Math.min(8, names.size())));
        return names.size() > 8 ? all + " …" : all;
    }
}
