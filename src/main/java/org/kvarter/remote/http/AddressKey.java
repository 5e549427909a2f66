package org.kvarter.remote.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.kvarter.remote.FeedAddress;

/**
 * A key within an address, of services that want it in its path: it takes the place of {@link FeedAddress#KEY} at the last moment, and where an answer or a
 * redirect repeats it, the place is put back, so that neither a project nor a sentence ever holds it. Immutable; its text form shows nothing.
 */
final class AddressKey {

    /** A shorter one would be found in words by chance. */
    private static final int SHORTEST = 8;

    private final String secret;
    private final String encoded;

    /** @param secret as it is; {@code null} where none goes into an address */
    AddressKey(String secret) {
        this.secret = secret;
        this.encoded = secret == null ? "" : URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether an address has a place for a key. */
    static boolean isAskedBy(URI address) {
        return address.toString().contains(FeedAddress.KEY);
    }

    /** The address that is asked. */
    URI in(URI address) {
        return secret == null ? address : URI.create(address.toString().replace(FeedAddress.KEY, encoded));
    }

    /** A text without the key. */
    String outOf(String text) {
        return secret == null || secret.length() < SHORTEST ? text : text.replace(secret, FeedAddress.KEY).replace(encoded, FeedAddress.KEY);
    }

    /** An answer without the key. */
    byte[] outOf(byte[] body) {
        return secret == null || secret.length() < SHORTEST ? body : Hidden.replaced(body, List.of(secret, encoded), FeedAddress.KEY);
    }
}
