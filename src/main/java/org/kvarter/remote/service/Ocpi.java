package org.kvarter.remote.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.Paging;
import org.kvarter.text.Texts;

/**
 * OCPI 2.1.1 to 2.2.1: from the list of versions over that of modules to the locations, whose free connectors are counted. Asked with
 * {@code Authorization: Token …}; pages follow each other by the Link header.
 */
final class Ocpi implements Recogniser {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);

    @Override
    public List<String> guesses(String base) {
        return base.contains("ocpi") ? List.of(base + "/versions") : List.of();
    }

    @Override
    public Optional<Service> look(Asker.Reply reply, Asker asker) throws FeedException {
        JsonNode page = reply.page();
        if (!page.has("status_code") || !page.has("data")) {
            return Optional.empty();
        }
        JsonNode data = page.path("data");
        if (data.path("endpoints").isArray()) {
            for (JsonNode endpoint : data.path("endpoints")) {
                if (endpoint.path("identifier").asText().equals("locations") && !endpoint.path("role").asText().equals("RECEIVER")) {
                    return Optional.of(service(reply.host(), asker, reply.resolved(endpoint.path("url").asText())));
                }
            }
            return Optional.empty();
        }
        JsonNode best = null;
        for (JsonNode version : data) {
            if (version.has("version") && version.has("url")
                    && (best == null || version.path("version").asText().compareTo(best.path("version").asText()) > 0)) {
                best = version;
            }
        }
        if (best != null) {
            return look(asker.ask(reply.resolved(best.path("url").asText())), asker);
        }
        boolean locations = data.path(0).has("coordinates") || data.path(0).has("evses");
        return locations ? Optional.of(service(reply.host(), asker, reply.url())) : Optional.empty();
    }

    private static Service service(String host, Asker asker, String url) {
        Offer free = new Offer.Readings(TEXTS.get("ocpi.free"), TEXTS.get("ocpi.free.detail"), asker.feed(url, new Paging.LinkHeader()),
                new FeedMapping("/data", FeedMapping.Layout.LIST, "/id", "/name", "", "UTC", "/evsesAvailable", "", "", "/coordinates/latitude",
                        "/coordinates/longitude", "", TEXTS.get("ocpi.free")));
        return new Service(ServiceKind.OCPI, host, "", List.of(free));
    }
}
