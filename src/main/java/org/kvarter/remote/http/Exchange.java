package org.kvarter.remote.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRequest;
import org.kvarter.task.WorkCancelledException;
import org.kvarter.text.Texts;

/**
 * One question and its answer: redirects are followed by hand, so that they lead to http and https only and a credential stays with the
 * service it is for. Blocks the calling thread, at most for the request's time-out and ten redirects in all.
 */
final class Exchange {

    private static final Texts TEXTS = Texts.in(Exchange.class);
    private static final Set<Credential.Scheme> GO_INTO_ADDRESSES = Set.of(Credential.Scheme.QUERY, Credential.Scheme.PATH);
    private static final int MOST_REDIRECTS = 10;
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Credentials credentials;

    private final Duration patience;

    /** @param patience most that is waited for an answer, whatever a request says */
    Exchange(Executor callbacks, Credentials credentials, Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder().executor(callbacks).connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1).proxy(ProxySelector.getDefault()).build();
        this.credentials = credentials;
    }

    /**
     * What was answered in the end.
     *
     * @param at       address that answered
     * @param response its answer, any status but a redirect; the body is as sent
     * @param body     the body, unpacked where it came compressed
     */
    record Reply(URI at, HttpResponse<byte[]> response, byte[] body) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    /**
     * @param origin service the request is for: a credential goes there alone
     * @param limit  most bytes of the body, packed and unpacked
     */
    Reply get(URI address, String origin, FeedRequest request, Validators known, long limit) throws FeedException {
        long deadline = System.nanoTime() + Math.min(Duration.ofSeconds(request.timeoutSeconds()).toNanos(), patience.toNanos());
        URI at = address;
        Credentials.Revealed revealed = request.credential().isEmpty() ? null : credentials.reveal(request.credential(), origin);
        AddressKey key = new AddressKey(revealed != null && GO_INTO_ADDRESSES.contains(revealed.credential().scheme()) ? revealed.secret() : null);
        if (AddressKey.isAskedBy(address) && (revealed == null || !GO_INTO_ADDRESSES.contains(revealed.credential().scheme()))) {
            throw FeedException.lasting(TEXTS.get("address.key", address.getHost(), FeedAddress.WRITTEN_KEY));
        }
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<byte[]> response = send(at, origin, revealed, key, request, known, limit, deadline);
            int status = response.statusCode();
            String location = response.headers().firstValue("Location").orElse("");
            if (status < 300 || status == 304 || status >= 400 || location.isEmpty()) {
                byte[] body = key.outOf(unpacked(response, at, limit));
                return new Reply(at, response, revealed == null ? body : Hidden.in(body, revealed));
            }
            at = redirected(at, key.outOf(location));
        }
        throw FeedException.lasting(TEXTS.get("redirects", FeedAddress.shown(address)));
    }

    private static URI redirected(URI from, String location) throws FeedException {
        try {
            URI to = from.resolve(location);
            String scheme = String.valueOf(to.getScheme()).toLowerCase(java.util.Locale.ROOT);
            boolean downgraded = from.getScheme().equalsIgnoreCase("https") && scheme.equals("http");
            if (!scheme.equals("http") && !scheme.equals("https") || to.getHost() == null || downgraded) {
                throw FeedException.lasting(TEXTS.get("redirect.refused", FeedAddress.shown(from), scheme));
            }
            return to;
        } catch (IllegalArgumentException e) {
            throw FeedException.lasting(TEXTS.get("redirect.refused", FeedAddress.shown(from), "?"));
        }
    }

    private HttpResponse<byte[]> send(URI at, String origin, Credentials.Revealed revealed, AddressKey key, FeedRequest request, Validators known, long limit,
                                      long deadline) throws FeedException {
        HttpRequest asked = build(at, origin, revealed, key, request, known);
        CompletableFuture<HttpResponse<byte[]>> coming = client.sendAsync(asked,
                info -> new LimitedBody(limit, info.headers().firstValueAsLong("Content-Length").orElse(-1)));
        try {
            return coming.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw FeedException.passing(TEXTS.get("timeout", FeedAddress.shown(at), request.timeoutSeconds()), e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw new WorkCancelledException();
        } catch (ExecutionException e) {
            throw failed(e.getCause(), at, request, limit);
        }
    }

    private static HttpRequest build(URI at, String origin, Credentials.Revealed revealed, AddressKey key, FeedRequest request, Validators known) throws FeedException {
        URI to = at;
        HttpRequest.Builder builder = HttpRequest.newBuilder().timeout(Duration.ofSeconds(request.timeoutSeconds())).GET()
                .header("Accept", "application/json, application/geo+json, application/ld+json;q=0.9, */*;q=0.5")
                .header("Accept-Encoding", "gzip").header("User-Agent", "Kvarter");
        if (FeedAddress.origin(at).equals(origin)) {
            for (FeedRequest.Header header : request.headers()) {
                FeedAddress.check(header);
                builder.setHeader(header.name(), header.value());
            }
            if (revealed != null) {
                Credential credential = revealed.credential();
                switch (credential.scheme()) {
                    case HEADER -> setSecret(builder, credential.parameter(), revealed);
                    case QUERY -> to = AddressKey.isAskedBy(at) ? key.in(at) : withParameter(at, credential.parameter(), revealed.secret());
                    case PATH -> to = key.in(at);
                    default -> setSecret(builder, "Authorization", revealed);
                }
            }
        }
        if (!known.etag().isEmpty()) {
            builder.setHeader("If-None-Match", known.etag());
        }
        if (!known.lastModified().isEmpty()) {
            builder.setHeader("If-Modified-Since", known.lastModified());
        }
        return builder.uri(to).build();
    }

    private static void setSecret(HttpRequest.Builder builder, String header, Credentials.Revealed revealed) throws FeedException {
        try {
            builder.setHeader(header, header.equals("Authorization") && revealed.credential().scheme() != Credential.Scheme.HEADER
                    ? revealed.credential().authorization(revealed.secret()) : revealed.secret());
        } catch (IllegalArgumentException e) {
            // without the cause, which quotes the secret
            throw FeedException.lasting(TEXTS.get("credential.form", revealed.credential().name()));
        }
    }

    /** The address with a query parameter more, in place of one of its name that a link repeated. */
    static URI withParameter(URI address, String name, String value) {
        String text = address.toString().replaceFirst("#.*", "");
        String query = address.getRawQuery() == null ? "" : Arrays.stream(address.getRawQuery().split("&")).filter(p -> !p.isEmpty() && !p.startsWith(encoded(name) + "="))
                .collect(Collectors.joining("&"));
        return URI.create(text.replaceFirst("\\?.*", "") + "?" + query + (query.isEmpty() ? "" : "&") + encoded(name) + "=" + encoded(value));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static byte[] unpacked(HttpResponse<byte[]> response, URI at, long limit) throws FeedException {
        if (!response.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip") || response.body().length == 0) {
            return response.body();
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            byte[] bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, limit + 1));
            if (bytes.length > limit) {
                throw tooLarge(at, limit);
            }
            return bytes;
        } catch (EOFException | ZipException e) {
            throw FeedException.passing(TEXTS.get("truncated", FeedAddress.shown(at)), e);
        } catch (IOException e) {
            throw FeedException.passing(TEXTS.get("connection", FeedAddress.shown(at)), e);
        }
    }

    private static FeedException tooLarge(URI at, long limit) {
        return FeedException.lasting(TEXTS.get("tooLarge", FeedAddress.shown(at), limit / 1_000_000.0));
    }

    private static FeedException failed(Throwable failure, URI at, FeedRequest request, long limit) {
        String shown = FeedAddress.shown(at);
        for (Throwable cause : causes(failure)) {
            if (cause instanceof LimitedBody.TooLargeException) {
                return tooLarge(at, limit);
            }
            if (cause instanceof HttpConnectTimeoutException) {
                return FeedException.passing(TEXTS.get("unreachable", at.getHost()), failure);
            }
            if (cause instanceof java.net.http.HttpTimeoutException) {
                return FeedException.passing(TEXTS.get("timeout", shown, request.timeoutSeconds()), failure);
            }
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return FeedException.passing(TEXTS.get("unknownHost", at.getHost()), failure);
            }
            if (cause instanceof SSLException) {
                return FeedException.lasting(TEXTS.get("certificate", at.getHost()));
            }
        }
        for (Throwable cause : causes(failure)) {
            if (cause instanceof ConnectException) {
                return FeedException.passing(TEXTS.get("unreachable", at.getHost()), failure);
            }
            if (cause instanceof EOFException || String.valueOf(cause.getMessage()).contains("bytes received")) {
                return FeedException.passing(TEXTS.get("truncated", shown), failure);
            }
        }
        return FeedException.passing(TEXTS.get("connection", shown), failure);
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> all = new java.util.ArrayList<>();
        for (Throwable at = failure; at != null && all.size() < 8; at = at.getCause()) {
            all.add(at);
        }
        return all;
    }
}
