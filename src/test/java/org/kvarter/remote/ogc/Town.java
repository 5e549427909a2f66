package org.kvarter.remote.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.model.District;
import org.kvarter.model.ImageLayer;
import org.kvarter.model.Layer;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.layer.Area;
import org.kvarter.remote.layer.LayerFetcher;
import org.kvarter.remote.layer.LayerSource;
import org.kvarter.remote.service.Offer;
import org.kvarter.remote.service.Service;
import org.kvarter.remote.service.ServiceFinder;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;

/** The way of a person from an address to a layer in the district, without the window: find, choose, fetch, import. */
final class Town {

    private final FeedClient client;
    private final LayerFetcher fetcher;

    Town(Path folder) {
        client = new FeedClient(Runnable::run, new Credentials(folder.resolve("none.json"), v -> null), InstantSource.system());
        fetcher = new LayerFetcher(client, folder.resolve("services"), InstantSource.system());
    }

    Service find(String url) throws FeedException {
        return new ServiceFinder(client).find(new FeedRequest(url, List.of(), "", null, 60, 20, 0), Progress.NONE);
    }

    /** The layer that a service calls by a title. */
    static Offer.Layer offer(Service service, String title) {
        return service.offers().stream().filter(o -> o.title().equals(title)).map(Offer.Layer.class::cast).findFirst()
                .orElseThrow(() -> new AssertionError(title + " in " + service));
    }

    LayerFetcher.Fetched fetch(Service service, String title, Area area, String filter) throws FeedException {
        return fetcher.fetch(new LayerSource(title, offer(service, title).query(), List.of(), "", service.attribution(), area, filter), Progress.NONE);
    }

    /** The only layer in a file, and the district that it makes. */
    static District read(Path file) {
        try (Tasks tasks = Tasks.start(Runnable::run)) {
            ImportResult result = ImportPipeline.over(ImportPipeline.discover(), tasks).run(List.of(ImportRequest.of(file)), District.EMPTY, ImportListener.NONE, Progress.NONE);
            assertThat(result.failures()).isEmpty();
            assertThat(result.layers()).hasSize(1);
            return result.district();
        }
    }

    /** Degrees east and north of a place in a district's frame. */
    static double[] degrees(District district, double east, double north) throws Exception {
        double[] at = {east, north, 0};
        new CoordinateSystems().toFrame("EPSG:4326", district.frame()).toSource(at, 0, 1);
        return at;
    }

    /** What colour a picture has at a place in degrees; 0 where it is clear or ends. */
    static int colour(District district, double longitude, double latitude) throws Exception {
        Layer layer = district.layers().get(0);
        ImageLayer image = (ImageLayer) layer;
        double[] at = {longitude, latitude, 0};
        new CoordinateSystems().toFrame("EPSG:4326", district.frame()).toLocal(at, 0, 1);
        int column = (int) Math.floor((at[0] - image.west()) / image.cell());
        int row = (int) Math.floor((image.north() - at[1]) / image.cell());
        boolean within = column >= 0 && column < image.width() && row >= 0 && row < image.height();
        return within ? image.argb()[row * image.width() + column] : 0;
    }
}
