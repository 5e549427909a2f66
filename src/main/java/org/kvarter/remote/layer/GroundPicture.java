package org.kvarter.remote.layer;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CrsException;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.decode.Decoder;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Puts a picture of the ground together from what a map service draws or from tiles, at most {@value #MOST_PIXELS} pixels on a side, in the
 * service's own system: the import puts it into the district's. Tiles that a service does not have stay clear. One use.
 */
final class GroundPicture {

    /** Most pixels on a side. */
    static final int MOST_PIXELS = 4096;
    private static final Texts TEXTS = Texts.in(LayerFetcher.class);
    private static final int WANTED_PIXELS = 3000;
    private static final double FINEST = 0.1;
    private static final double METRES_PER_DEGREE = 111_320;

    private final FeedClient client;
    private final LayerSource source;
    private final CoordinateSystems systems = new CoordinateSystems();

    GroundPicture(FeedClient client, LayerSource source) {
        this.client = client;
        this.source = source;
    }

    LayerFetcher.Result write(Path draft, Progress progress) throws FeedException, IOException, CrsException {
        if (source.area() == null) {
            throw FeedException.lasting(TEXTS.get("noArea", source.title()));
        }
        return source.query() instanceof LayerQuery.WebMap map ? map(map, draft, progress) : tiles(draft, progress);
    }

    private LayerFetcher.Result map(LayerQuery.WebMap map, Path draft, Progress progress) throws FeedException, IOException, CrsException {
        CoordinateSystem system = systems.require(map.crs().equals("CRS:84") ? "EPSG:4326" : map.crs());
        double[] box = source.area().in(system);
        double pixel = pixel(box, system);
        int width = side((box[2] - box[0]) / pixel);
        int height = side((box[3] - box[1]) / pixel);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        int columns = (width + map.most() - 1) / map.most();
        int rows = (height + map.most() - 1) / map.most();
        Graphics2D pen = picture.createGraphics();
        double px = (box[2] - box[0]) / width;
        double py = (box[3] - box[1]) / height;
        for (int i = 0; i < columns * rows; i++) {
            progress.checkCancelled();
            progress.report(i / (double) (columns * rows), TEXTS.get("pictures", i, columns * rows));
            int x = width * (i % columns) / columns;
            int y = height * (i / columns) / rows;
            int w = width * (i % columns + 1) / columns - x;
            int h = height * (i / columns + 1) / rows - y;
            double[] part = {box[0] + x * px, box[3] - (y + h) * py, box[0] + (x + w) * px, box[3] - y * py};
            String url = address(map, system, part, w, h);
            pen.drawImage(picture(url).orElseThrow(() -> FeedException.lasting(TEXTS.get("noPicture", map.layer()))), x, y, w, h, null);
        }
        pen.dispose();
        GroundTiff.write(draft, picture, system, box[0], box[3], px, py, source.attribution());
        return new LayerFetcher.Result(".tif", columns * rows, "");
    }

    /**
     * The address of a picture. In WMS 1.3.0 the box has the axes in the order of the system's authority: latitude first for EPSG:4326, not for
     * CRS:84 (OGC 06-042, 6.7.2); before, east always came first.
     */
    static String address(LayerQuery.WebMap map, CoordinateSystem system, double[] box, int width, int height) {
        boolean three = map.version().startsWith("1.3");
        boolean north = three && system.northFirst() && !map.crs().equals("CRS:84");
        String form = north ? "%2$s,%1$s,%4$s,%3$s" : "%1$s,%2$s,%3$s,%4$s";
        String[] n = new String[4];
        for (int i = 0; i < 4; i++) {
            n[i] = String.format(Locale.ROOT, system.geographic() ? "%.8f" : "%.3f", box[i]);
        }
        String join = map.url().indexOf('?') < 0 ? "?" : map.url().endsWith("?") || map.url().endsWith("&") ? "" : "&";
        return map.url() + join + "service=WMS&version=" + map.version() + "&request=GetMap&layers=" + encoded(map.layer())
                + "&styles=" + encoded(map.style()) + (three ? "&crs=" : "&srs=") + map.crs() + "&bbox=" + String.format(form, (Object[]) n)
                + "&width=" + width + "&height=" + height + "&format=" + encoded(map.format())
                + (map.format().contains("png") ? "&transparent=true" : "");
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%2C", ",").replace("%3A", ":");
    }

    private static int side(double pixels) {
        return (int) Math.max(16, Math.min(MOST_PIXELS, Math.round(pixels)));
    }

    /** Size of a pixel in the system's units at which the longer side has about as many as are wanted, no finer than a decimetre. */
    private static double pixel(double[] box, CoordinateSystem system) {
        double span = Math.max(box[2] - box[0], box[3] - box[1]);
        double finest = system.geographic() ? FINEST / METRES_PER_DEGREE : FINEST;
        return Math.max(finest, span / WANTED_PIXELS);
    }

    private LayerFetcher.Result tiles(Path draft, Progress progress) throws FeedException, IOException, CrsException {
        TilePyramid pyramid = source.query() instanceof LayerQuery.TileMatrices matrices
                ? WmtsPyramid.of(Decoder.tree(client.raw(source.request(matrices.url())).body(), matrices.url()), matrices)
                : TilePyramid.mercator((LayerQuery.Tiles) source.query());
        CoordinateSystem system = systems.require(pyramid.crs());
        double[] box = source.area().in(system);
        LayerFetcher.Result none = new LayerFetcher.Result(".tif", 0, "");
        for (TilePyramid.Level level : pyramid.levels(box, pixel(box, system))) {
            TilePyramid.Cut cut = level.cut(box);
            LayerFetcher.Result result = hasSome(pyramid, level, cut) ? tiles(pyramid, level, cut, system, draft, progress) : none;
            if (result.records() > 0) {
                return result;
            }
        }
        return none;
    }

    /** Whether a level has the first, the middle or the last tile of a block: where it has none of them it is one that is named only. */
    private boolean hasSome(TilePyramid pyramid, TilePyramid.Level level, TilePyramid.Cut cut) throws FeedException {
        for (int at : new TreeSet<>(List.of(cut.columns() * cut.rows() / 2, 0, cut.columns() * cut.rows() - 1))) {
            if (picture(pyramid.address(level, cut.column() + at % cut.columns(), cut.row() + at / cut.columns())).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private LayerFetcher.Result tiles(TilePyramid pyramid, TilePyramid.Level level, TilePyramid.Cut cut, CoordinateSystem system, Path draft, Progress progress)
            throws FeedException, IOException, CrsException {
        BufferedImage picture = new BufferedImage(cut.columns() * level.tileWidth(), cut.rows() * level.tileHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = picture.createGraphics();
        int found = 0;
        int count = cut.columns() * cut.rows();
        for (int i = 0; i < count; i++) {
            progress.checkCancelled();
            progress.report(i / (double) count, TEXTS.get("pictures", i, count));
            int column = cut.column() + i % cut.columns();
            int row = cut.row() + i / cut.columns();
            Optional<BufferedImage> tile = picture(pyramid.address(level, column, row));
            if (tile.isPresent()) {
                pen.drawImage(tile.get(), i % cut.columns() * level.tileWidth(), i / cut.columns() * level.tileHeight(), level.tileWidth(),
                        level.tileHeight(), null);
                found++;
            }
        }
        pen.dispose();
        GroundTiff.write(draft, picture, system, level.west() + cut.column() * level.tileWidth() * level.pixel(),
                level.north() - cut.row() * level.tileHeight() * level.pixel(), level.pixel(), level.pixel(), source.attribution());
        return new LayerFetcher.Result(".tif", found, found < count ? TEXTS.get("missing", count - found, count) : "");
    }

    /** The picture at an address; empty where a tile is not there. */
    private Optional<BufferedImage> picture(String url) throws FeedException {
        FeedClient.Raw raw;
        try {
            raw = client.raw(source.request(url));
        } catch (FeedException e) {
            if (e.isMissing()) {
                return Optional.empty();
            }
            throw e;
        }
        if (raw.body().length == 0) {
            return Optional.empty();
        }
        if (raw.type().contains("xml") || raw.body()[0] == '<') {
            Decoder.tree(raw.body(), source.title()); // a report of what is wrong has words for it
            throw FeedException.lasting(TEXTS.get("noPicture", source.title()));
        }
        try {
            return Optional.of(decoded(raw.body()));
        } catch (IOException | RuntimeException e) {
            throw FeedException.passing(TEXTS.get("noPicture", source.title()), e);
        }
    }

    private static BufferedImage decoded(byte[] body) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(body))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture that is understood");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > (long) MOST_PIXELS * MOST_PIXELS) {
                    throw new IOException("larger than asked for");
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        }
    }
}
