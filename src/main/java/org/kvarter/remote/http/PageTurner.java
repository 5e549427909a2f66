package org.kvarter.remote.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.Paging;
import org.kvarter.text.Texts;

/** Finds the address of the next page. One use per fetch. */
final class PageTurner {

    private static final Texts TEXTS = Texts.in(PageTurner.class);
    private static final Pattern LINK = Pattern.compile("<([^>]*)>([^<]*)");
    private static final Pattern NEXT = Pattern.compile(";\\s*rel\\s*=\\s*(\"[^\"]*\\bnext\\b[^\"]*\"|next\\b)", Pattern.CASE_INSENSITIVE);

    private final Paging paging;
    private final URI base;
    private int page;
    private int offset;

    PageTurner(Paging paging, URI base) {
        this.paging = paging;
        this.base = base;
    }

    URI first() {
        if (paging instanceof Paging.PageNumber p) {
            page = p.first();
            return Exchange.withParameter(base, p.parameter(), Integer.toString(page));
        }
        if (paging instanceof Paging.Offset o) {
            return at(o);
        }
        return base;
    }

    private URI at(Paging.Offset o) {
        return Exchange.withParameter(Exchange.withParameter(base, o.parameter(), Integer.toString(offset)), o.sizeParameter(),
                Integer.toString(o.size()));
    }

    /** The next page's address; {@code null} after the last. */
    URI next(Exchange.Reply reply, JsonNode body, int records) throws FeedException {
        if (paging instanceof Paging.PageNumber p) {
            page++;
            return records == 0 ? null : Exchange.withParameter(base, p.parameter(), Integer.toString(page));
        }
        if (paging instanceof Paging.Offset o) {
            offset += records;
            long total = total(reply, body);
            boolean more = total >= 0 ? offset < total : records >= o.size() || body.path("next").isTextual();
            return more && records > 0 ? at(o) : null;
        }
        if (paging instanceof Paging.NextLink link) {
            offset += records;
            if (link.most() > 0 && offset >= link.most()) {
                return null;
            }
            JsonNode next = relation(body.at(JsonPointer.compile(link.pointer())));
            return next.isTextual() && !next.asText().isBlank() ? resolved(reply.at(), next.asText().strip()) : null;
        }
        return paging instanceof Paging.LinkHeader ? linked(reply) : null;
    }

    /** Of a list of links (OGC API – Features, 7.14) the one to the next page; anything else is the address itself. */
    private static JsonNode relation(JsonNode found) {
        if (found.isArray()) {
            for (JsonNode link : found) {
                if (link.path("rel").asText().equals("next")) {
                    return link.path("href");
                }
            }
        }
        return found;
    }

    /** Number of all records, where a header tells it, FIWARE's two or the common one, or the answer as a WFS does (OGC 09-025r2, 7.7.4.2); negative where none does. */
    private static long total(Exchange.Reply reply, JsonNode body) {
        for (String name : new String[] {"Fiware-Total-Count", "NGSILD-Results-Count", "X-Total-Count"}) {
            if (reply.header(name).matches("\\d{1,12}")) {
                return Long.parseLong(reply.header(name));
            }
        }
        String matched = body.path("numberMatched").asText();
        return matched.matches("\\d{1,12}") ? Long.parseLong(matched) : -1;
    }

    private static URI linked(Exchange.Reply reply) throws FeedException {
        for (String header : reply.response().headers().allValues("Link")) {
            Matcher link = LINK.matcher(header);
            while (link.find()) {
                if (NEXT.matcher(link.group(2)).find()) {
                    return resolved(reply.at(), link.group(1).strip());
                }
            }
        }
        return null;
    }

    private static URI resolved(URI from, String next) throws FeedException {
        try {
            // java.net.URI forgets the path where the reference is a query alone (RFC 3986, 5.2.2)
            URI to = next.startsWith("?") ? URI.create(from.toString().replaceAll("[?#].*", "") + next) : from.resolve(next);
            String scheme = String.valueOf(to.getScheme());
            if (to.getHost() != null && (scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http"))) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw FeedException.lasting(TEXTS.get("pages.link", FeedAddress.shown(from)));
        }
        throw FeedException.lasting(TEXTS.get("pages.link", FeedAddress.shown(from)));
    }
}
