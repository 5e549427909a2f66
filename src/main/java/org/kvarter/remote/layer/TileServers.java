package org.kvarter.remote.layer;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.text.Texts;

/**
 * Asks the servers that a tileset's parts lie on: its own, and others that it names with the same scheme, which get neither credential nor headers. A tileset
 * of the open network is not heeded where it names what lies within this machine or its own network. One use.
 */
final class TileServers {

    private static final Texts TEXTS = Texts.in(LayerFetcher.class);

    private final FeedClient client;
    private final LayerSource source;
    private final URI own;
    private final String origin;
    private boolean refused;

    TileServers(FeedClient client, LayerSource source) throws FeedException {
        this.client = client;
        this.source = source;
        this.own = FeedAddress.of(source.query().url());
        this.origin = FeedAddress.origin(own);
    }

    /** An address that a tileset names, with {@code base} before it where it is relative. */
    URI resolved(String base, String said) throws FeedException {
        try {
            return URI.create(FeedAddress.withKey(base)).resolve(said.strip().replace(" ", "%20"));
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
    }

    /** Whether an address is asked; one that is not is told in the end. */
    boolean allows(URI at) {
        boolean allowed = at.getHost() != null && own.getScheme().equalsIgnoreCase(at.getScheme())
                && (FeedAddress.origin(at).equals(origin) || isWithin(own) || !isWithin(at));
        refused |= !allowed;
        return allowed;
    }

    private static boolean isWithin(URI at) {
        try {
            InetAddress address = InetAddress.getByName(at.getHost());
            return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress() || address.isAnyLocalAddress();
        } catch (UnknownHostException e) {
            return false; // asking it tells
        }
    }

    /** Whether something was left out because of where it lies. */
    boolean hasRefused() {
        return refused;
    }

    /** The tileset itself. */
    JsonNode tileset() throws FeedException {
        return json(own);
    }

    byte[] bytes(URI at) throws FeedException {
        FeedRequest asked = source.request(at.toString());
        boolean other = !FeedAddress.origin(at).equals(origin);
        return client.raw(other ? new FeedRequest(asked.url(), List.of(), "", null, 0, asked.timeoutSeconds(), asked.maximumBytes()) : asked).body();
    }

    JsonNode json(URI at) throws FeedException {
        try {
            return FeedJson.MAPPER.readTree(WholeFile.checked(bytes(at), ".json", at));
        } catch (IOException e) {
            throw damaged();
        }
    }

    /** That what came is no tileset. */
    FeedException damaged() {
        return FeedException.lasting(TEXTS.get("noTileset", own.getHost()));
    }
}
