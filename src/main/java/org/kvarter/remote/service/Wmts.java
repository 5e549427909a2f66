package org.kvarter.remote.service;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.remote.decode.XmlElement;
import org.kvarter.remote.layer.LayerQuery;
import org.kvarter.remote.layer.PictureSystems;
import org.kvarter.text.Texts;

/** WMTS 1.0.0 by its capabilities: a picture of the ground for each layer, in the best of its tile matrix sets. */
final class Wmts implements Recogniser {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);

    @Override
    public List<String> guesses(String base) {
        return List.of(base + "?service=WMTS&version=1.0.0&request=GetCapabilities", base + "/1.0.0/WMTSCapabilities.xml");
    }

    @Override
    public Optional<Service> look(Asker.Reply reply, Asker asker) {
        Optional<XmlElement> contents = reply.tree().flatMap(t -> t.first("Contents"));
        if (!reply.root().equals("Capabilities") || contents.isEmpty()) {
            return Optional.empty();
        }
        XmlElement root = reply.tree().orElseThrow();
        Map<String, String> systems = new LinkedHashMap<>();
        contents.get().all("TileMatrixSet").forEach(s -> systems.put(s.textAt("Identifier"), s.textAt("SupportedCRS")));
        List<Offer> offers = new ArrayList<>();
        for (XmlElement layer : contents.get().all("Layer")) {
            Map<String, String> own = new LinkedHashMap<>();
            for (XmlElement link : layer.all("TileMatrixSetLink")) {
                String set = link.textAt("TileMatrixSet");
                if (systems.containsKey(set)) {
                    own.put(systems.get(set), set);
                }
            }
            String identifier = layer.textAt("Identifier");
            if (!own.isEmpty()) {
                String crs = PictureSystems.best(own.keySet());
                String title = layer.textAt("Title").isEmpty() ? identifier : layer.textAt("Title");
                offers.add(new Offer.Layer(title, TEXTS.get("picture.detail", PictureSystems.plain(crs)),
                        new LayerQuery.TileMatrices(reply.url(), identifier, own.get(crs))));
            }
        }
        return Optional.of(new Service(ServiceKind.WMTS, Capabilities.title(root, reply.host()), Capabilities.attribution(root), offers));
    }
}
