package org.kvarter.remote.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.Paging;
import org.kvarter.remote.layer.Area;
import org.kvarter.text.Texts;

/**
 * OGC SensorThings (OGC 18-088): of each observed property the last values of all its datastreams, and of each datastream the course of its
 * observations.
 */
final class SensorThings implements Recogniser {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);
    private static final Paging.NextLink NEXT = new Paging.NextLink("/@iot.nextLink");
    private static final int MOST = 1000;
    private static final String LAST = "Thing($expand=Locations),ObservedProperty,Observations($top=1;$orderby=phenomenonTime%20desc)";

    @Override
    public List<String> guesses(String base) {
        return base.matches(".*/v1\\.[01]") ? List.of() : List.of(base + "/v1.1", base + "/v1.0");
    }

    @Override
    public Optional<Service> look(Asker.Reply reply, Asker asker) throws FeedException {
        String datastreams = "";
        for (JsonNode set : reply.page().path("value")) {
            if (set.path("name").asText().equals("Datastreams")) {
                datastreams = reply.resolved(set.path("url").asText());
            }
        }
        if (datastreams.isEmpty()) {
            return Optional.empty();
        }
        String all = datastreams + "?$top=100&$expand=Thing($expand=Locations),ObservedProperty";
        String here = asker.about().map(SensorThings::within).orElse("");
        List<JsonNode> streams = here.isEmpty() ? List.of() : nearby(asker, all + "&$filter=" + here);
        if (streams.isEmpty()) {
            here = ""; // nothing there, or a service that cannot tell: then all of it
            streams = asker.all(all, "/value", NEXT, MOST);
        }
        List<Offer> offers = new ArrayList<>();
        Map<String, Integer> properties = new LinkedHashMap<>();
        Map<String, String> units = new LinkedHashMap<>();
        for (JsonNode stream : streams) {
            String property = property(stream);
            properties.merge(property, 1, Integer::sum);
            units.putIfAbsent(property, unit(stream));
        }
        for (Map.Entry<String, Integer> property : properties.entrySet()) {
            String filter = "$filter=ObservedProperty/name%20eq%20'" + Asker.encoded(property.getKey().replace("'", "''")) + "'"
                    + (here.isEmpty() ? "" : "%20and%20" + here);
            offers.add(new Offer.Readings(TEXTS.get("things.last", property.getKey()), TEXTS.get("things.streams", property.getValue(),
                    units.get(property.getKey())), asker.feed(datastreams + "?$top=200&" + filter + "&$expand=" + LAST, NEXT),
                    mapping("/@iot.id", "/name", "/Observations/0/phenomenonTime", "/Observations/0/result", "/unitOfMeasurement/symbol",
                            "/Thing/Locations/0/location", property.getKey())));
        }
        for (JsonNode stream : streams) {
            offers.add(new Offer.Readings(stream.path("name").asText(), detail(stream), asker.feed(history(datastreams, stream), new Paging.NextLink(NEXT.pointer(), MOST)),
                    mapping("/Datastream/name", "/Datastream/Thing/name", "/phenomenonTime", "/result", "/Datastream/unitOfMeasurement/symbol",
                            "/Datastream/Thing/Locations/0/location", property(stream))));
        }
        return Optional.of(new Service(ServiceKind.SENSOR_THINGS, reply.host(), "", offers));
    }

    private static List<JsonNode> nearby(Asker asker, String url) {
        try {
            return asker.all(url, "/value", NEXT, MOST);
        } catch (FeedException e) {
            return List.of();
        }
    }

    /** The filter for things whose location lies in an area. */
    private static String within(Area a) {
        String form = "st_within(Thing/Locations/location,geography'POLYGON((%1$.5f %2$.5f,%3$.5f %2$.5f,%3$.5f %4$.5f,%1$.5f %4$.5f,%1$.5f %2$.5f))')";
        return String.format(java.util.Locale.ROOT, form, a.west(), a.south(), a.east(), a.north()).replace(" ", "%20");
    }

    private static String history(String datastreams, JsonNode stream) {
        String id = stream.path("@iot.id").isTextual() ? "'" + Asker.encoded(stream.path("@iot.id").asText().replace("'", "''")) + "'"
                : stream.path("@iot.id").asText();
        return datastreams + "(" + id + ")/Observations?$top=1000&$orderby=phenomenonTime%20desc&$select=phenomenonTime,result"
                + "&$expand=Datastream($select=name,unitOfMeasurement;$expand=Thing($select=name;$expand=Locations($select=location)))";
    }

    static FeedMapping mapping(String id, String name, String time, String value, String unitAt, String geometry, String quantity) {
        return new FeedMapping("/value", FeedMapping.Layout.LIST, id, name, time, "UTC", value, unitAt, "", "", "", geometry, quantity);
    }

    private static String property(JsonNode stream) {
        String name = stream.path("ObservedProperty").path("name").asText();
        return name.isEmpty() ? stream.path("name").asText() : name;
    }

    private static String unit(JsonNode stream) {
        String symbol = stream.path("unitOfMeasurement").path("symbol").asText();
        return symbol.equals("null") ? "" : symbol;
    }

    private static String detail(JsonNode stream) {
        String place = stream.path("Thing").path("Locations").path(0).path("name").asText();
        List<String> parts = new ArrayList<>(List.of(property(stream), unit(stream), stream.path("Thing").path("name").asText(), place));
        parts.removeIf(String::isBlank);
        return String.join(" · ", parts.stream().distinct().toList());
    }
}
