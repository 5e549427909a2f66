package org.kvarter.remote.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.Paging;
import org.kvarter.remote.layer.LayerQuery;
import org.kvarter.text.Texts;

/** GBFS by its gbfs.json: of version 3 one list of feeds, before that one for each language. */
final class Gbfs implements Recogniser {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);

    @Override
    public List<String> guesses(String base) {
        return base.endsWith(".json") ? List.of() : List.of(base + "/gbfs.json");
    }

    @Override
    public Optional<Service> look(Asker.Reply reply, Asker asker) throws FeedException {
        JsonNode data = reply.page().path("data");
        JsonNode feeds = data.path("feeds");
        for (JsonNode language : feeds.isArray() ? List.<JsonNode>of() : children(data)) {
            feeds = feeds.isArray() ? feeds : language.path("feeds");
        }
        if (!feeds.isArray() || feeds.isEmpty() || !feeds.get(0).has("url")) {
            return Optional.empty();
        }
        boolean three = reply.page().path("version").asText().startsWith("3");
        List<Offer> offers = new ArrayList<>();
        String title = reply.host();
        for (JsonNode feed : feeds) {
            String url = reply.resolved(feed.path("url").asText());
            switch (feed.path("name").asText()) {
                case "station_information" -> offers.add(new Offer.Layer(TEXTS.get("gbfs.stations"), TEXTS.get("gbfs.stations.detail"),
                        new LayerQuery.Document(url, ".station_information.json")));
                case "station_status" -> offers.add(status(asker, url, three));
                case "free_bike_status", "vehicle_status" -> offers.add(vehicles(asker, url, three || feed.path("name").asText().startsWith("v")));
                case "system_information" -> title = named(asker, url, title);
                default -> { }
            }
        }
        return Optional.of(new Service(ServiceKind.GBFS, title, "", offers));
    }

    private static List<JsonNode> children(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        node.forEach(all::add);
        return all;
    }

    private static String named(Asker asker, String url, String otherwise) {
        try {
            JsonNode name = asker.ask(url).page().path("data").path("name");
            String text = name.isArray() ? name.path(0).path("text").asText() : name.asText();
            return text.isBlank() ? otherwise : text;
        } catch (FeedException e) {
            return otherwise; // its name is not what matters
        }
    }

    private static Offer status(Asker asker, String url, boolean three) {
        return new Offer.Readings(TEXTS.get("gbfs.status"), TEXTS.get("gbfs.status.detail"), asker.feed(url, Paging.NONE),
                new FeedMapping("/data/stations", FeedMapping.Layout.LIST, "/station_id", "", "/last_reported", "UTC",
                        three ? "/num_vehicles_available" : "/num_bikes_available", "", "", "", "", "", TEXTS.get("gbfs.status")));
    }

    private static Offer vehicles(Asker asker, String url, boolean vehicles) {
        String id = vehicles ? "/vehicle_id" : "/bike_id";
        return new Offer.Readings(TEXTS.get("gbfs.vehicles"), TEXTS.get("gbfs.vehicles.detail"), asker.feed(url, Paging.NONE),
                new FeedMapping(vehicles ? "/data/vehicles" : "/data/bikes", FeedMapping.Layout.LIST, id, "", "", "UTC", "", "", "", "/lat", "/lon", "",
                        TEXTS.get("gbfs.vehicles")));
    }
}
