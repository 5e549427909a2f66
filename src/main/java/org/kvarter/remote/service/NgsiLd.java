package org.kvarter.remote.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.Paging;

/**
 * ETSI NGSI-LD (GS CIM 009): a feed for each type of entities, in the simplified form. A tenant is chosen by the header
 * {@code NGSILD-Tenant}.
 */
final class NgsiLd implements Recogniser {

    private static final String TYPES = "/ngsi-ld/v1/types";

    @Override
    public List<String> guesses(String base) {
        String root = base.replaceAll("/ngsi-ld.*", "");
        return List.of(root + TYPES + "?details=true", root + TYPES);
    }

    @Override
    public Optional<Service> look(Asker.Reply reply, Asker asker) throws FeedException {
        if (!reply.url().contains(TYPES)) {
            return Optional.empty();
        }
        String root = reply.url().substring(0, reply.url().indexOf(TYPES)) + "/ngsi-ld/v1/entities";
        List<Offer> offers = new ArrayList<>();
        for (JsonNode type : reply.page().isArray() ? reply.page() : reply.page().path("typeList")) {
            String id = type.isTextual() ? type.asText() : type.path("id").asText(type.path("typeName").asText());
            String name = type.isTextual() ? type.asText() : type.path("typeName").asText(id);
            List<String> attributes = new ArrayList<>();
            type.path("attributeNames").forEach(a -> attributes.add(last(a.asText())));
            if (!id.isEmpty()) {
                offers.add(new Offer.Readings(last(name), NgsiV2.brief(attributes), asker.feed(root + "?type=" + Asker.encoded(id)
                        + "&options=keyValues&count=true", new Paging.Offset("offset", "limit", 500)), FeedMapping.EMPTY));
            }
        }
        return offers.isEmpty() ? Optional.empty() : Optional.of(new Service(ServiceKind.NGSI_LD, reply.host(), "", offers));
    }

    private static String last(String iri) {
        return iri.replaceAll(".*[/#]", "");
    }
}
