package org.kvarter.remote.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kvarter.remote.decode.XmlElement;
import org.kvarter.remote.layer.LayerQuery;
import org.kvarter.remote.layer.PictureSystems;
import org.kvarter.text.Texts;

/** WMS 1.1.1 and 1.3.0 by its capabilities: a picture of the ground for each layer that has a name; groups lend theirs their systems. */
final class Wms implements Recogniser {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);

    @Override
    public List<String> guesses(String base) {
        return List.of(base + "?service=WMS&version=1.3.0&request=GetCapabilities");
    }

    @Override
    public Optional<Service> look(Asker.Reply reply, Asker asker) {
        if (!reply.root().equals("WMS_Capabilities") && !reply.root().equals("WMT_MS_Capabilities")) {
            return Optional.empty();
        }
        XmlElement root = reply.tree().orElseThrow();
        String version = root.attribute("version").isEmpty() ? "1.3.0" : root.attribute("version");
        String url = Capabilities.operation(root, "GetMap", reply.url());
        List<String> formats = root.at("Capability", "Request", "GetMap").map(m -> m.all("Format").stream().map(XmlElement::text).toList())
                .orElse(List.of());
        String format = List.of("image/png", "image/jpeg", "image/png8", "image/gif").stream().filter(formats::contains).findFirst().orElse("image/png");
        int most = whole(root.textAt("Service", "MaxWidth"));
        List<Offer> offers = new ArrayList<>();
        root.at("Capability").ifPresent(c -> c.all("Layer").forEach(l -> walk(l, new LinkedHashSet<>(), url, version, format, most, offers, 0)));
        return Optional.of(new Service(ServiceKind.WMS, Capabilities.title(root, reply.host()), Capabilities.attribution(root), offers));
    }

    private static void walk(XmlElement layer, Set<String> inherited, String url, String version, String format, int most, List<Offer> offers,
                             int depth) {
        Set<String> systems = new LinkedHashSet<>(inherited);
        for (String name : new String[] {"CRS", "SRS"}) {
            layer.all(name).forEach(s -> systems.addAll(List.of(s.text().split("\\s+"))));
        }
        String name = layer.textAt("Name");
        if (!name.isEmpty()) {
            String crs = PictureSystems.best(systems);
            String style = layer.textAt("Style", "Name");
            String title = layer.textAt("Title").isEmpty() ? name : layer.textAt("Title");
            offers.add(new Offer.Layer(title, TEXTS.get("picture.detail", crs), new LayerQuery.WebMap(url, version, name,
                    style.equals("default") ? "" : style, crs, format, most)));
        }
        if (depth < 20) {
            layer.all("Layer").forEach(l -> walk(l, systems, url, version, format, most, offers, depth + 1));
        }
    }

    private static int whole(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }
}
