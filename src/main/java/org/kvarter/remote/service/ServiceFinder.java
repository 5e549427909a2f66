package org.kvarter.remote.service;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.layer.Area;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Finds out what a service is and what it offers, from its address. The address itself is asked first; where that tells nothing, the usual
 * places below it. Blocks its thread; thread-safe.
 */
public final class ServiceFinder {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);
    private static final List<Recogniser> KINDS = List.of(new SensorThings(), new Gbfs(), new Ocpi(), new NgsiV2(), new NgsiLd(), new OgcApi(), new Wfs(),
            new Wms(), new Wmts(), new TransitFeed());

    private final FeedClient client;

    public ServiceFinder(FeedClient client) {
        this.client = client;
    }

    /**
     * The service at an address.
     *
     * @param like  the address, with headers and credential to go along
     * @param about part of the world that matters, where a service with very much can tell less; {@code null} for all of it
     * @throws FeedException where it cannot be reached, or is nothing that is known; one sentence
     */
    public Service find(FeedRequest like, Area about, Progress progress) throws FeedException {
        Optional<Service> told = byAddress(like);
        if (told.isPresent()) {
            return told.get();
        }
        Asker asker = new Asker(client, like, about, progress);
        FeedException first = null;
        Optional<Service> plain = Optional.empty();
        try {
            Asker.Reply reply = asker.ask(like.url());
            Optional<Service> known = known(reply, asker);
            if (known.isPresent()) {
                return known.get();
            }
            plain = Plain.look(reply, asker);
            if (plain.isPresent() && like.url().indexOf('?') >= 0) {
                return plain.get();
            }
        } catch (FeedException e) {
            if (e.isPassing()) {
                throw e;
            }
            first = e;
        }
        for (String guess : plain.isPresent() ? Set.<String>of() : guesses(like.url())) {
            boolean answered = false;
            try {
                Asker.Reply reply = asker.ask(guess);
                answered = true;
                Optional<Service> known = known(reply, asker);
                if (known.isPresent()) {
                    return withItsMaps(known.get(), guess.replaceFirst("\\?.*", ""), asker);
                }
            } catch (FeedException e) {
                if (e.isPassing()) {
                    throw first == null || answered ? e : first;
                }
                first = answered ? e : first; // what goes wrong in a service that is there tells more than that its parent is not
            }
        }
        if (plain.isPresent()) {
            return plain.get();
        }
        throw first == null ? FeedException.lasting(TEXTS.get("unknown")) : first;
    }

    /** The service at an address, with all it has. */
    public Service find(FeedRequest like, Progress progress) throws FeedException {
        return find(like, null, progress);
    }

    private static Optional<Service> known(Asker.Reply reply, Asker asker) throws FeedException {
        for (Recogniser kind : KINDS) {
            Optional<Service> found = kind.look(reply, asker);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A WFS that was found by the address it shares with a WMS or WMTS, as map servers do, with the pictures that those have. */
    private static Service withItsMaps(Service found, String base, Asker asker) {
        if (found.kind() != ServiceKind.WFS) {
            return found;
        }
        List<Offer> offers = new ArrayList<>(found.offers());
        String attribution = found.attribution();
        for (Recogniser maps : List.of(new Wms(), new Wmts())) {
            try {
                Optional<Service> with = maps.look(asker.ask(maps.guesses(base).get(0)), asker);
                offers.addAll(with.map(Service::offers).orElse(List.of()));
                attribution = attribution.isBlank() ? with.map(Service::attribution).orElse("") : attribution;
            } catch (FeedException e) {
                continue; // it has none
            }
        }
        return new Service(found.kind(), found.title(), attribution, offers);
    }

    /** Usual places below an address, and below its root. */
    private static Set<String> guesses(String url) {
        String base = url.strip().replaceAll("[?#].*", "").replaceAll("/+$", "");
        Set<String> all = new LinkedHashSet<>();
        KINDS.forEach(k -> all.addAll(k.guesses(base)));
        all.remove(url.strip());
        return all;
    }

    /** Brokers and tiles are told by their addresses. */
    private static Optional<Service> byAddress(FeedRequest like) {
        if (like.isPushed()) {
            return Optional.of(BrokerTopics.of(like));
        }
        return like.url().contains("{z}") && like.url().contains("{x}") ? Optional.of(MapTiles.of(like)) : Optional.empty();
    }
}
