package org.kvarter.remote.layer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CrsException;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.Paging;
import org.kvarter.remote.http.Answer;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.http.Validators;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Writes the pages of a feature service into one file, page by page: GeoJSON with the system it is in, or a CityJSON sequence where the
 * features are CityJSONFeatures. One use.
 */
final class FeatureFile {

    private static final Texts TEXTS = Texts.in(LayerFetcher.class);
    private static final int PAGE = 1000;
    private static final int CITY_PAGE = 100;
    private static final int MOST = 2_000_000;

    private final FeedClient client;
    private final LayerSource source;
    private final CoordinateSystems systems = new CoordinateSystems();
    private OutputStream out;
    private JsonGenerator json;
    private Conditions wanted = Conditions.NONE;
    private String cityHead = "";
    private boolean city;
    private int features;
    private int came;

    FeatureFile(FeedClient client, LayerSource source) {
        this.client = client;
        this.source = source;
    }

    LayerFetcher.Result write(Path draft, Progress progress) throws FeedException, IOException, CrsException {
        wanted = Conditions.parse(source.filter());
        FeedRequest request = source.query() instanceof LayerQuery.Items items ? items(items) : type((LayerQuery.FeatureType) source.query());
        try (OutputStream stream = new java.io.BufferedOutputStream(Files.newOutputStream(draft), 1 << 16)) {
            out = stream;
            Answer answer = client.fetch(request, Validators.NONE, page -> {
                progress.report(Double.NaN, TEXTS.get("fetched", features));
                return take(page);
            }, progress);
            if (json != null) {
                json.writeEndArray();
                json.writeEndObject();
                json.flush();
            }
            return new LayerFetcher.Result(city ? ".city.jsonl" : ".geojson", features, (String.join(" ", answer.remarks()) + " " + cut()).strip());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is to be said where a service without pages has come to the most that it gives. */
    private String cut() {
        boolean whole = !(source.query() instanceof LayerQuery.FeatureType type) || type.version().startsWith("2") || type.most() == 0 || came < type.most();
        return whole ? "" : TEXTS.get("atATime", came);
    }

    private FeedRequest items(LayerQuery.Items items) throws CrsException {
        StringBuilder url = new StringBuilder(items.url());
        if (source.area() != null) {
            Optional<CoordinateSystem> system = items.crs().isEmpty() ? Optional.empty() : systems.find(items.crs());
            boolean projected = system.isPresent() && !system.get().geographic() && !system.get().northFirst();
            double[] box = projected ? source.area().in(system.get()) : box();
            parameter(url, "bbox", join(box[0], box[1], box[2], box[3]));
            if (projected) {
                parameter(url, "bbox-crs", items.crs());
            }
        }
        filtered(items, url);
        parameter(url, "limit", Integer.toString(items.crs().contains("7415") ? CITY_PAGE : PAGE));
        return source.request(url.toString()).withPaging(new Paging.NextLink("/links"));
    }

    /** Asks for what is wanted as far as the service can be asked (OGC 19-079r2, queryables and filter; 17-069r4, 7.15.5): the rest is left out here. */
    private void filtered(LayerQuery.Items items, StringBuilder url) {
        if (wanted.all().isEmpty()) {
            return;
        }
        String collection = items.url().replaceFirst("/items/?([?#].*)?$", "");
        JsonNode queryables = page(collection + "/queryables?f=json").path("properties");
        Conditions known = new Conditions(wanted.all().stream().filter(c -> queryables.has(c.attribute())).toList());
        if (known.all().isEmpty()) {
            return;
        }
        if (page(collection.replaceFirst("/collections/[^/]*$", "") + "/conformance?f=json").path("conformsTo").toString().contains("cql2-text")) {
            parameter(url, "filter", known.cql());
            parameter(url, "filter-lang", "cql2-text");
        } else {
            known.all().stream().filter(c -> c.comparison() == Conditions.Comparison.EQUAL).forEach(c -> parameter(url, encoded(c.attribute()), c.value()));
        }
    }

    /** A page about the service; a missing node where it has none. */
    private JsonNode page(String url) {
        try {
            return FeedJson.MAPPER.readTree(client.raw(source.request(url)).body());
        } catch (FeedException | IOException e) {
            return FeedJson.MAPPER.missingNode();
        }
    }

    private FeedRequest type(LayerQuery.FeatureType type) throws CrsException {
        boolean two = type.version().startsWith("2");
        StringBuilder url = new StringBuilder(type.url());
        parameter(url, "service", "WFS");
        parameter(url, "version", type.version());
        parameter(url, "request", "GetFeature");
        parameter(url, two ? "typeNames" : "typeName", type.type());
        if (!type.format().isEmpty()) {
            parameter(url, "outputFormat", type.format());
        }
        if (!type.crs().isEmpty()) {
            parameter(url, "srsName", type.crs());
        }
        if (source.area() != null) {
            Optional<CoordinateSystem> system = type.crs().isEmpty() ? Optional.empty() : systems.find(type.crs());
            boolean projected = system.isPresent() && !system.get().geographic();
            double[] box = projected ? source.area().in(system.get()) : box();
            boolean urn = type.crs().toLowerCase(Locale.ROOT).startsWith("urn:") || type.crs().startsWith("http");
            boolean north = projected ? urn && system.get().northFirst() : true;
            String named = projected ? type.crs() : "urn:ogc:def:crs:EPSG::4326";
            double[] axes = north ? new double[] {box[1], box[0], box[3], box[2]} : box;
            if (two && !wanted.all().isEmpty()) { // a box and a filter exclude each other (09-025r2, 7.9.2.4.5)
                parameter(url, "filter", wanted.fes("<fes:BBOX><gml:Envelope srsName=\"" + named + "\"><gml:lowerCorner>" + join(axes[0], axes[1]).replace(',', ' ')
                        + "</gml:lowerCorner><gml:upperCorner>" + join(axes[2], axes[3]).replace(',', ' ') + "</gml:upperCorner></gml:Envelope></fes:BBOX>"));
            } else {
                parameter(url, "bbox", join(axes) + "," + named);
            }
        } else if (two && !wanted.all().isEmpty()) {
            parameter(url, "filter", wanted.fes(""));
        }
        Paging paging = two ? new Paging.Offset("startIndex", "count", type.most() == 0 ? PAGE : Math.min(PAGE, type.most())) : Paging.NONE;
        return source.request(url.toString()).withPaging(paging);
    }

    private double[] box() {
        Area a = source.area();
        return new double[] {a.west(), a.south(), a.east(), a.north()};
    }

    private static String join(double... numbers) {
        StringBuilder text = new StringBuilder();
        for (double n : numbers) {
            text.append(text.length() == 0 ? "" : ",").append(String.format(Locale.ROOT, Math.abs(n) > 360 ? "%.2f" : "%.7f", n));
        }
        return text.toString();
    }

    /** Adds a parameter, unless the address has one of that name already. */
    private static void parameter(StringBuilder url, String name, String value) {
        if (url.toString().matches("(?i).*[?&]" + java.util.regex.Pattern.quote(name) + "=.*")) {
            return;
        }
        char last = url.charAt(url.length() - 1);
        url.append(url.indexOf("?") < 0 ? "?" : last == '?' || last == '&' ? "" : "&").append(name).append('=').append(encoded(value));
    }

    static String encoded(String value) {
        return java.net.URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("%2C", ",").replace("%3A", ":").replace("%2F", "/");
    }

    private int take(JsonNode page) throws FeedException {
        JsonNode all = page.path("features");
        JsonNode one = page.path("feature");
        if (!all.isArray() && !one.isObject()) {
            throw FeedException.lasting(TEXTS.get("noFeatures", URI.create(source.query().url()).getHost()));
        }
        try {
            for (JsonNode feature : all.isArray() ? all : FeedJson.MAPPER.createArrayNode().add(one)) {
                if (features == MOST) {
                    throw FeedException.lasting(TEXTS.get("many", MOST));
                }
                if (!wanted.hold(feature)) {
                    continue;
                }
                if (features == 0) {
                    city = feature.path("type").asText().equals("CityJSONFeature");
                }
                if (city) {
                    city(page, feature);
                } else {
                    if (swapped(page)) {
                        swap(feature.path("geometry").path("coordinates"));
                    }
                    plain(page, feature);
                }
                features++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int here = all.isArray() ? all.size() : 1;
        came += here;
        return here;
    }

    /**
     * Whether degrees of GML came as they were asked for, latitude first, under a name that does not tell: MapServer's WFS 1.1 is asked for
     * {@code urn:ogc:def:crs:EPSG::4326}, heeds it, and writes {@code EPSG:4326}.
     */
    private boolean swapped(JsonNode page) {
        String asked = source.query() instanceof LayerQuery.FeatureType type && !type.version().startsWith("1.0") ? type.crs().toLowerCase(Locale.ROOT) : "";
        return page.path("bareDegrees").asBoolean() && asked.startsWith("urn:") && !asked.contains("crs84");
    }

    private static void swap(JsonNode coordinates) {
        if (coordinates instanceof com.fasterxml.jackson.databind.node.ArrayNode place && place.path(0).isNumber()) {
            JsonNode first = place.get(0);
            place.set(0, place.get(1));
            place.set(1, first);
        } else {
            coordinates.forEach(FeatureFile::swap);
        }
    }

    private void plain(JsonNode page, JsonNode feature) throws IOException {
        if (json == null) {
            json = FeedJson.MAPPER.createGenerator(out);
            json.setPrettyPrinter(null);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            String crs = crs(page, feature);
            if (!crs.isEmpty()) {
                json.writeFieldName("crs");
                json.writeTree(FeedJson.MAPPER.createObjectNode().put("type", "name")
                        .set("properties", FeedJson.MAPPER.createObjectNode().put("name", crs)));
            }
            json.writeArrayFieldStart("features");
        }
        json.writeTree(feature);
    }

    /** What the page says; else the system asked for, unless the numbers can be nothing but degrees. */
    private String crs(JsonNode page, JsonNode feature) {
        String said = page.path("crs").path("properties").path("name").asText();
        String asked = source.query() instanceof LayerQuery.FeatureType type ? type.crs() : "";
        if (!said.isEmpty() || asked.isEmpty()) {
            return said;
        }
        JsonNode at = feature.path("geometry").path("coordinates");
        while (at.isArray() && at.path(0).isArray()) {
            at = at.get(0);
        }
        boolean degrees = at.size() >= 2 && Math.abs(at.get(0).asDouble()) <= 180 && Math.abs(at.get(1).asDouble()) <= 90;
        return degrees ? "" : systems.find(asked).map(CoordinateSystem::horizontal).orElse("");
    }

    /** Each feature after a line that says the transform of its vertices; another one where a page has another transform. */
    private void city(JsonNode page, JsonNode feature) throws IOException {
        JsonNode metadata = page.path("metadata");
        ObjectNode head = metadata.isObject() ? metadata.deepCopy() : FeedJson.MAPPER.createObjectNode();
        head.put("type", "CityJSON");
        if (!head.path("version").isTextual()) {
            head.put("version", "2.0");
        }
        head.set("CityObjects", FeedJson.MAPPER.createObjectNode());
        head.set("vertices", FeedJson.MAPPER.createArrayNode());
        String line = compact(head);
        if (cityHead.isEmpty()) {
            cityHead = line;
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        JsonNode taken = line.equals(cityHead) ? feature : moved(feature, metadata.path("transform"));
        out.write((compact(taken) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The feature's vertices in the first page's transform. */
    private JsonNode moved(JsonNode feature, JsonNode transform) throws IOException {
        JsonNode first = FeedJson.MAPPER.readTree(cityHead).path("transform");
        if (first.equals(transform) || !feature.path("vertices").isArray()) {
            return feature;
        }
        ObjectNode copy = feature.deepCopy();
        for (JsonNode vertex : copy.path("vertices")) {
            for (int i = 0; i < 3; i++) {
                double real = vertex.path(i).asDouble() * transform.path("scale").path(i).asDouble(1) + transform.path("translate").path(i).asDouble();
                ((com.fasterxml.jackson.databind.node.ArrayNode) vertex).set(i,
                        Math.round((real - first.path("translate").path(i).asDouble()) / first.path("scale").path(i).asDouble(1)));
            }
        }
        return copy;
    }

    private static String compact(JsonNode node) throws IOException {
        return FeedJson.MAPPER.writer().without(com.fasterxml.jackson.databind.SerializationFeature.INDENT_OUTPUT).writeValueAsString(node);
    }
}
