package org.kvarter.remote.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.Paging;
import org.kvarter.remote.decode.Decoder;
import org.kvarter.remote.decode.XmlElement;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.http.Validators;
import org.kvarter.remote.layer.Area;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** Asks a service while it is being found out what it is: a bounded number of times. Not thread-safe. */
final class Asker {

    private static final Texts TEXTS = Texts.in(ServiceFinder.class);
    private static final int MOST_QUESTIONS = 24;
    private static final long MOST_BYTES = 48L << 20;
    private static final int SECONDS = 20;

    private final FeedClient client;
    private final FeedRequest like;
    private final Progress progress;
    private final Area about;
    private int asked;

    /**
     * @param like  whose headers and credential go along
     * @param about the part of the world that matters; {@code null} for all of it
     */
    Asker(FeedClient client, FeedRequest like, Area about, Progress progress) {
        this.about = about;
        this.client = client;
        this.like = like;
        this.progress = progress;
    }

    /**
     * An answer, looked into as far as it can be.
     *
     * @param url  that was asked
     * @param page as JSON, whatever it was; a missing node where it is of no known form
     * @param tree as XML; empty where it is none
     */
    record Reply(String url, JsonNode page, Optional<XmlElement> tree) {

        String root() {
            return tree.map(XmlElement::name).orElse("");
        }

        String host() {
            return Optional.ofNullable(URI.create(url).getHost()).orElse(url);
        }

        /** An address relative to this one. */
        String resolved(String href) {
            try {
                String plain = href.strip().replace(" ", "%20");
                plain = FeedAddress.withoutSecrets(plain);
                return plain.startsWith("?") ? url.replaceAll("[?#].*", "") + plain : URI.create(url).resolve(plain).toString();
            } catch (IllegalArgumentException e) {
                return href;
            }
        }
    }

    /** The part of the world that matters; empty for all of it. */
    Optional<Area> about() {
        return Optional.ofNullable(about);
    }

    /** Asks an address. */
    Reply ask(String url) throws FeedException {
        progress.checkCancelled();
        if (++asked > MOST_QUESTIONS) {
            throw FeedException.lasting(TEXTS.get("unknown"));
        }
        progress.report(Double.NaN, TEXTS.get("asking", FeedAddress.shown(FeedAddress.of(url))));
        FeedClient.Raw raw = client.raw(request(url));
        String shown = FeedAddress.shown(raw.at());
        String head = new String(raw.body(), 0, Math.min(600, raw.body().length), StandardCharsets.UTF_8).stripLeading();
        boolean html = head.toLowerCase(Locale.ROOT).contains("<html");
        if ((head.startsWith("<") || head.startsWith("\uFEFF<")) && !html) {
            return new Reply(FeedAddress.withKey(url), Decoder.page(raw.body(), raw.type(), shown), Optional.of(Decoder.tree(raw.body(), shown)));
        }
        return new Reply(FeedAddress.withKey(url), Decoder.page(raw.body(), raw.type(), shown), Optional.empty());
    }

    /** All pages of a list, as far as {@code most} entries. */
    List<JsonNode> all(String url, String list, Paging paging, int most) throws FeedException {
        progress.checkCancelled();
        List<JsonNode> entries = new ArrayList<>();
        try {
            client.fetch(request(url).withPaging(paging), Validators.NONE, page -> {
                JsonNode here = page.at(list);
                here.forEach(entries::add);
                if (entries.size() >= most) {
                    throw new Enough();
                }
                return here.size();
            }, progress);
        } catch (Enough e) {
            return entries.subList(0, most);
        }
        return entries;
    }

    private static final class Enough extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Enough() {
            super(null, null, false, false);
        }
    }

    /** The request for an address of this service, with what the person gave along. */
    FeedRequest request(String url) {
        return new FeedRequest(url, like.headers(), like.credential(), Paging.NONE, like.intervalSeconds(), SECONDS, MOST_BYTES);
    }

    /** The request of a feed from this service. */
    FeedRequest feed(String url, Paging paging) {
        return new FeedRequest(url, like.headers(), like.credential(), paging, like.intervalSeconds(), like.timeoutSeconds(), like.maximumBytes());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address with parameters more, encoded already, in place of those of the same names. */
    static String with(String url, String... parameters) {
        String bare = url;
        for (String parameter : parameters) {
            String name = parameter.replaceAll("=.*", "");
            bare = bare.replaceAll("(?i)([?&])" + java.util.regex.Pattern.quote(name) + "=[^&]*(&|$)", "$1");
        }
        bare = bare.replaceAll("[?&]+$", "");
        return bare + (bare.indexOf('?') < 0 ? "?" : "&") + String.join("&", parameters);
    }
}
