package org.kvarter.remote.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.decode.XmlElement;
import org.kvarter.text.Texts;

/** Reads the tiles of a layer out of the capabilities of a WMTS (OGC 07-057r7): by resource address where there is one, else by parameters. */
final class WmtsPyramid {

    private static final Texts TEXTS = Texts.in(LayerFetcher.class);
    /** Size of a pixel of the standard, metres. */
    private static final double STANDARD_PIXEL = 0.00028;
    private static final double METRES_PER_DEGREE = 111_319.49079327358;

    private WmtsPyramid() {
    }

    static TilePyramid of(XmlElement capabilities, LayerQuery.TileMatrices wanted) throws FeedException {
        XmlElement contents = capabilities.first("Contents").orElseThrow(() -> missing(wanted));
        XmlElement layer = contents.all("Layer").stream().filter(l -> l.textAt("Identifier").equals(wanted.layer())).findFirst()
                .orElseThrow(() -> missing(wanted));
        XmlElement set = contents.all("TileMatrixSet").stream().filter(s -> s.textAt("Identifier").equals(wanted.matrix())).findFirst()
                .orElseThrow(() -> missing(wanted));
        CoordinateSystem system = new CoordinateSystems().find(set.textAt("SupportedCRS")).orElseThrow(() -> missing(wanted));
        List<TilePyramid.Level> levels = new ArrayList<>();
        Set<String> had = layer.all("TileMatrixSetLink").stream().filter(l -> l.textAt("TileMatrixSet").equals(wanted.matrix())).flatMap(XmlElement::everything)
                .filter(e -> e.name().equals("TileMatrixLimits")).map(l -> l.textAt("TileMatrix")).collect(Collectors.toSet());
        for (XmlElement matrix : set.all("TileMatrix")) {
            if (!had.isEmpty() && !had.contains(matrix.textAt("Identifier"))) {
                continue; // of the set, but not of this layer (07-057r7, 7.1.1.1)
            }
            level(matrix, system, set.textAt("SupportedCRS")).ifPresent(levels::add);
        }
        return new TilePyramid(system.horizontal(), FeedAddress.withoutSecrets(template(capabilities, layer, wanted)), levels);
    }

    private static FeedException missing(LayerQuery.TileMatrices wanted) {
        return FeedException.lasting(TEXTS.get("noMatrix", wanted.layer(), wanted.matrix()));
    }

    private static Optional<TilePyramid.Level> level(XmlElement matrix, CoordinateSystem system, String stated) {
        try {
            double scale = Double.parseDouble(matrix.textAt("ScaleDenominator"));
            String[] corner = matrix.textAt("TopLeftCorner").split("\\s+");
            double first = Double.parseDouble(corner[0]);
            double second = Double.parseDouble(corner[1]);
            String spelled = stated.toLowerCase(Locale.ROOT);
            boolean north = system.northFirst() && (spelled.startsWith("urn:") || spelled.startsWith("http")) && !spelled.contains("crs84");
            double metres = system.geographic() ? METRES_PER_DEGREE : 1;
            return Optional.of(new TilePyramid.Level(matrix.textAt("Identifier"), scale * STANDARD_PIXEL / metres, north ? second : first,
                    north ? first : second, whole(matrix, "TileWidth"), whole(matrix, "TileHeight"), whole(matrix, "MatrixWidth"),
                    whole(matrix, "MatrixHeight"))).filter(l -> l.pixel() > 0 && l.tileWidth() > 0 && l.tileWidth() <= 2048
                    && l.tileHeight() > 0 && l.tileHeight() <= 2048);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static int whole(XmlElement matrix, String name) {
        return Integer.parseInt(matrix.textAt(name));
    }

    private static String template(XmlElement capabilities, XmlElement layer, LayerQuery.TileMatrices wanted) {
        List<String> formats = layer.all("Format").stream().map(XmlElement::text).toList();
        String format = formats.stream().filter(f -> f.equals("image/png")).findFirst().orElse(formats.isEmpty() ? "image/png" : formats.get(0));
        String style = layer.all("Style").stream().filter(s -> s.attribute("isDefault").equals("true")).findFirst().or(() -> layer.first("Style"))
                .map(s -> s.textAt("Identifier")).orElse("default");
        Optional<String> resource = layer.all("ResourceURL").stream().filter(r -> r.attribute("resourceType").equals("tile"))
                .sorted(java.util.Comparator.comparing(r -> r.attribute("format").equals(format) ? 0 : 1)).map(r -> r.attribute("template")).findFirst();
        String time = layer.all("Dimension").stream().map(d -> d.textAt("Default")).findFirst().orElse("default");
        if (resource.isPresent()) {
            return resource.get().replace("{TileMatrixSet}", wanted.matrix()).replace("{TileMatrix}", "{z}").replace("{TileRow}", "{y}")
                    .replace("{TileCol}", "{x}").replaceAll("(?i)\\{style\\}", style).replaceAll("\\{(?![xyz]\\})[A-Za-z_]+\\}", time);
        }
        String base = capabilities.everything().filter(e -> e.name().equals("Operation") && e.attribute("name").equals("GetTile"))
                .flatMap(XmlElement::everything).filter(e -> e.name().equals("Get")).map(e -> e.attribute("href")).filter(h -> !h.isEmpty()).findFirst()
                .orElse(wanted.url().replaceAll("\\?.*", ""));
        String join = base.indexOf('?') < 0 ? "?" : base.endsWith("?") || base.endsWith("&") ? "" : "&";
        return base + join + "service=WMTS&version=1.0.0&request=GetTile&layer=" + FeatureFile.encoded(wanted.layer()) + "&style="
                + FeatureFile.encoded(style) + "&format=" + FeatureFile.encoded(format) + "&tilematrixset=" + FeatureFile.encoded(wanted.matrix())
                + "&tilematrix={z}&tilerow={y}&tilecol={x}";
    }
}
