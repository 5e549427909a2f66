package org.kvarter.remote;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.kvarter.text.Texts;

/** Addresses and headers of feeds: which are allowed, and how they are named without giving anything away. */
public final class FeedAddress {

    /** Stands in answers where a service repeated the secret that was sent to it. */
    public static final String HIDDEN = "***";
    private static final Texts TEXTS = Texts.in(FeedAddress.class);
    private static final Pattern SECRET = Pattern.compile("(authorization|cookie|.*(api|access|subscription|auth|app|private|security)[-_]?(key|token|id)"
            + "|key|token|secret|password|passwd|pwd|sig|signature|x-.*-(key|token))", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern RESTRICTED = Pattern.compile("connection|content-length|expect|host|upgrade|transfer-encoding|te|trailer",
            Pattern.CASE_INSENSITIVE);

    /** How the place of a key within an address is written by a person or a preset. */
    public static final String WRITTEN_KEY = "{key}";
    /** The same as it stands in an address. */
    public static final String KEY = "%7Bkey%7D";

    private FeedAddress() {
    }

    /**
     * The address as a URI; of a template of tiles that of one of them.
     *
     * @throws FeedException where it is none of http or https, or carries what belongs into a credential
     */
    public static URI of(String url) throws FeedException {
        return checked(url, Set.of("http", "https"));
    }

    /**
     * The address of a broker as a URI.
     *
     * @throws FeedException where it is none of mqtt or mqtts, or carries what belongs into a credential
     */
    public static URI broker(String url) throws FeedException {
        return checked(url, Set.of("mqtt", "mqtts"));
    }

    /** The address of whatever tells a feed. */
    public static URI of(FeedRequest request) throws FeedException {
        return request.isPushed() ? broker(request.url()) : of(request.url());
    }

    private static URI checked(String url, Set<String> schemes) throws FeedException {
        URI uri;
        try {
            uri = new URI(Moments.filled(aTile(withKey(url.strip())), Instant.EPOCH));
        } catch (URISyntaxException e) {
            throw FeedException.lasting(TEXTS.get("address.invalid", url.strip().replaceAll("\\?.*", "?…")));
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!schemes.contains(scheme) || uri.getHost() == null) {
            throw FeedException.lasting(TEXTS.get("address.scheme", scheme.isEmpty() ? url.strip() : scheme + ":"));
        }
        if (uri.getUserInfo() != null) {
            throw FeedException.lasting(TEXTS.get("address.user", uri.getHost()));
        }
        Optional<String> secret = secretParameter(uri);
        if (secret.isPresent()) {
            throw FeedException.lasting(TEXTS.get("address.secret", secret.get()));
        }
        return uri;
    }

    /** An address with the place of a key in it as addresses allow it. */
    public static String withKey(String url) {
        return url.replace(WRITTEN_KEY, KEY);
    }

    /** The address of one of many tiles by a template of them; any other address as it is. */
    private static String aTile(String url) {
        return !url.contains("{z}") || !url.contains("{x}") ? url : url.replaceAll("\\{-?[xyz]\\}", "0").replace("{s}", "a").replaceAll("\\{switch:([^,}]*)[^}]*\\}", "$1");
    }

    /** Checks a header: its form, and that it is no secret. */
    public static void check(FeedRequest.Header header) throws FeedException {
        if (!HEADER.matcher(header.name()).matches() || header.value().chars().anyMatch(c -> c < ' ' && c != '\t' || c == 127)) {
            throw FeedException.lasting(TEXTS.get("header.invalid", header.name()));
        }
        if (RESTRICTED.matcher(header.name()).matches()) {
            throw FeedException.lasting(TEXTS.get("header.restricted", header.name()));
        }
        if (isSecret(header.name())) {
            throw FeedException.lasting(TEXTS.get("header.secret", header.name()));
        }
    }

    /** Whether a header or parameter of that name usually carries a secret. */
    public static boolean isSecret(String name) {
        return SECRET.matcher(name).matches();
    }

    private static Optional<String> secretParameter(URI uri) {
        if (uri.getRawQuery() == null) {
            return Optional.empty();
        }
        for (String pair : uri.getRawQuery().split("&")) {
            String name = pair.replaceAll("=.*", "");
            if (isSecret(name) && !pair.endsWith("=" + KEY)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /**
     * An address that a service gave, without parameters that carry secrets: some repeat the key that was sent to them. What was sent once is
     * sent again by its credential. The place of a key stays.
     */
    public static String withoutSecrets(String url) {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        String kept = java.util.Arrays.stream(url.substring(query + 1).split("&"))
                .filter(p -> (!isSecret(p.replaceAll("=.*", "")) || p.endsWith("=" + KEY)) && !p.endsWith("=" + HIDDEN))
                .collect(java.util.stream.Collectors.joining("&"));
        return kept.isEmpty() ? url.substring(0, query) : url.substring(0, query + 1) + kept;
    }

    /** The address without its query, for sentences and the log. */
    public static String shown(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + path.replace(KEY, WRITTEN_KEY);
    }

    /** Scheme, host and port, which a credential is bound to. */
    public static String origin(URI uri) {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port(uri);
    }

    /** The port, that of the scheme where none is stated. */
    public static int port(URI uri) {
        return uri.getPort() >= 0 ? uri.getPort() : switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
            case "https" -> 443;
            case "mqtt" -> 1883;
            case "mqtts" -> 8883;
            default -> 80;
        };
    }
}
