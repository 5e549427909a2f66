package org.kvarter.remote.service;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.remote.decode.XmlElement;
import org.kvarter.remote.layer.LayerQuery;

/** WFS 1.1 and 2.0 by its capabilities: a layer for each feature type, as JSON where the service writes any, else as GML. */
final class Wfs implements Recogniser {

    @Override
    public List<String> guesses(String base) {
        return List.of(base + "?service=WFS&version=2.0.0&request=GetCapabilities");
    }

    @Override
    public Optional<Service> look(Asker.Reply reply, Asker asker) {
        if (!reply.root().equals("WFS_Capabilities")) {
            return Optional.empty();
        }
        XmlElement root = reply.tree().orElseThrow();
        String version = root.attribute("version").isEmpty() ? "2.0.0" : root.attribute("version");
        List<String> formats = root.everything().filter(e -> e.name().equals("Operation") && e.attribute("name").equals("GetFeature"))
                .flatMap(XmlElement::everything).filter(e -> e.name().equals("Parameter") && e.attribute("name").equalsIgnoreCase("outputFormat"))
                .flatMap(XmlElement::everything).filter(e -> e.name().equals("Value")).map(XmlElement::text).toList();
        String url = Capabilities.operation(root, "GetFeature", reply.url());
        int most = most(root);
        List<Offer> offers = new ArrayList<>();
        for (XmlElement type : root.first("FeatureTypeList").map(l -> l.all("FeatureType")).orElse(List.of())) {
            List<String> own = new ArrayList<>(formats);
            type.at("OutputFormats").ifPresent(o -> o.all("Format").forEach(f -> own.add(f.text())));
            String crs = type.textAt("DefaultCRS").isEmpty() ? type.textAt("DefaultSRS") : type.textAt("DefaultCRS");
            String name = type.textAt("Name");
            String title = type.textAt("Title").isEmpty() ? name : type.textAt("Title");
            offers.add(new Offer.Layer(title, name + " · " + crs.replaceAll(".*[:/#](\\d+)$", "EPSG:$1"),
                    new LayerQuery.FeatureType(url, version, name, json(own), crs, most)));
        }
        return Optional.of(new Service(ServiceKind.WFS, Capabilities.title(root, reply.host()), Capabilities.attribution(root), offers));
    }

    /** Features that come at a time: {@code CountDefault} of WFS 2.0 (OGC 09-025r2, table 14), {@code DefaultMaxFeatures} before; 0 where none is said. */
    private static int most(XmlElement root) {
        return root.everything().filter(e -> e.name().equals("Constraint") && (e.attribute("name").equals("CountDefault") || e.attribute("name").equals("DefaultMaxFeatures")))
                .flatMap(XmlElement::everything).map(XmlElement::text).filter(t -> t.matches("\\d{1,8}")).map(Integer::parseInt).findFirst().orElse(0);
    }

    private static String json(List<String> formats) {
        return formats.stream().filter(f -> f.toLowerCase(Locale.ROOT).contains("json") && !f.toLowerCase(Locale.ROOT).contains("callback")
                && !f.toLowerCase(Locale.ROOT).contains("javascript")).min(Comparator.comparingInt(Wfs::rank)).orElse("");
    }

    private static int rank(String format) {
        String plain = format.toLowerCase(Locale.ROOT);
        return plain.equals("application/json") ? 0 : plain.startsWith("application/geo+json") ? 1 : plain.contains("geojson") ? 2 : 3;
    }
}
