package org.kvarter.remote.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.layer.LayerQuery;
import org.kvarter.text.Texts;

/**
 * OGC API – Features and what is built on it: collections with their items, and of 3D GeoVolumes (OGC 20-030) the whole models in formats
 * that are read. Collections of other kinds are left out.
 */
final class OgcApi implements Recogniser {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);
    private static final int DEEPEST = 3;

    @Override
    public List<String> guesses(String base) {
        return base.endsWith("/collections") ? List.of() : List.of(base + "/collections?f=json");
    }

    @Override
    public Optional<Service> look(Asker.Reply reply, Asker asker) throws FeedException {
        JsonNode page = reply.page();
        if (!page.path("collections").isArray()) {
            Optional<String> data = link(page.path("links"), List.of("data", "http://www.opengis.net/def/rel/ogc/1.0/data"), "");
            return data.isEmpty() || !page.isObject() ? Optional.empty()
                    : look(asker.ask(reply.resolved(data.get())), asker).map(s -> page.path("title").asText().isBlank() ? s
                            : new Service(s.kind(), page.path("title").asText(), page.path("attribution").asText(s.attribution()), s.offers()));
        }
        List<Offer> offers = new ArrayList<>();
        collections(page.path("collections"), reply, offers, 0);
        Optional<String> next = link(page.path("links"), List.of("next"), "");
        for (int pages = 1; next.isPresent() && pages < 10; pages++) {
            Asker.Reply more = asker.ask(reply.resolved(next.get()));
            collections(more.page().path("collections"), more, offers, 0);
            next = link(more.page().path("links"), List.of("next"), "");
        }
        return Optional.of(new Service(ServiceKind.OGC_API, page.path("title").asText(reply.host()), page.path("attribution").asText(), offers));
    }

    private static void collections(JsonNode collections, Asker.Reply reply, List<Offer> offers, int depth) {
        for (JsonNode collection : collections) {
            String title = collection.path("title").asText(collection.path("id").asText());
            for (JsonNode content : collection.path("content")) {
                content(title, content, reply, offers);
            }
            boolean features = collection.path("itemType").asText("feature").equals("feature");
            Optional<String> items = link(collection.path("links"), List.of("items"), "json");
            boolean hasContent = collection.path("content").isArray();
            if (features && !hasContent) {
                String url = items.map(reply::resolved).orElse(reply.url().replaceAll("[?#].*", "").replaceAll("/+$", "") + "/"
                        + Asker.encoded(collection.path("id").asText()) + "/items");
                offers.add(new Offer.Layer(title, detail(collection), new LayerQuery.Items(url, collection.path("storageCrs").asText())));
            }
            if (depth < DEEPEST) {
                collections(collection.path("children"), reply, offers, depth + 1);
            }
        }
    }

    private static void content(String title, JsonNode content, Asker.Reply reply, List<Offer> offers) {
        String type = content.path("type").asText();
        String ending = type.contains("city+json-seq") ? ".city.jsonl" : type.contains("city+json") ? ".city.json" : type.contains("gltf-binary") ? ".glb"
                : type.contains("geopackage") ? ".gpkg" : type.contains("citygml") || type.contains("gml+xml") ? ".gml" : "";
        if (type.contains("3dtiles") && !content.path("href").asText().endsWith(".3tz")) {
            offers.add(new Offer.Layer(title, TEXTS.get("ogc.model", "3D Tiles"), new LayerQuery.Tileset(reply.resolved(content.path("href").asText()))));
            return;
        }
        if (!ending.isEmpty()) {
            offers.add(new Offer.Layer(title, TEXTS.get("ogc.model", type), new LayerQuery.Document(reply.resolved(content.path("href").asText()), ending)));
        }
    }

    private static String detail(JsonNode collection) {
        String words = collection.path("description").asText().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ").strip();
        return words.length() > 120 ? words.substring(0, 119) + "…" : words;
    }

    /** The address of a link by its relation; of several the first whose type contains {@code type}. */
    private static Optional<String> link(JsonNode links, List<String> relations, String type) {
        String any = "";
        for (JsonNode link : links) {
            if (relations.contains(link.path("rel").asText())) {
                if (link.path("type").asText().contains(type)) {
                    return Optional.of(link.path("href").asText());
                }
                any = any.isEmpty() ? link.path("href").asText() : any;
            }
        }
        return any.isEmpty() ? Optional.empty() : Optional.of(any);
    }
}
