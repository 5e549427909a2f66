package org.kvarter.remote.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.Paging;
import org.kvarter.text.Texts;

/** GTFS-Realtime, told by its decoded form: vehicles as points with their speed, delays of trips. */
final class TransitFeed implements Recogniser {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);

    @Override
    public Optional<Service> look(Asker.Reply reply, Asker asker) {
        if (!reply.page().has("vehicles") || !reply.page().has("trips") || !reply.page().has("alerts")) {
            return Optional.empty();
        }
        List<Offer> offers = new ArrayList<>();
        if (reply.page().path("vehicles").size() > 0) {
            boolean speed = reply.page().path("vehicles").findValue("speed") != null;
            offers.add(new Offer.Readings(TEXTS.get("transit.vehicles"), TEXTS.get("transit.vehicles.detail", reply.page().path("vehicles").size()),
                    asker.feed(reply.url(), Paging.NONE), new FeedMapping("/vehicles", FeedMapping.Layout.LIST, "/id", "/name", "/time", "UTC",
                            speed ? "/speed" : "", "", speed ? "km/h" : "", "/latitude", "/longitude", "", speed ? TEXTS.get("transit.speed") : "")));
        }
        if (reply.page().path("trips").size() > 0) {
            offers.add(new Offer.Readings(TEXTS.get("transit.trips"), TEXTS.get("transit.trips.detail", reply.page().path("trips").size()),
                    asker.feed(reply.url(), Paging.NONE), new FeedMapping("/trips", FeedMapping.Layout.LIST, "/id", "/route", "/time", "UTC", "/delay", "",
                            "s", "", "", "", TEXTS.get("transit.delay"))));
        }
        return Optional.of(new Service(ServiceKind.GTFS_REALTIME, reply.host(), "", offers));
    }
}
