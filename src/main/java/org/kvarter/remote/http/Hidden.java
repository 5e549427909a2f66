package org.kvarter.remote.http;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.kvarter.remote.FeedAddress;

/** Answers without the secret that was sent for them: some services repeat it in links, and what they answer lies in caches, files and packages. Stateless. */
final class Hidden {

    /** What is shorter may well be in an answer for another reason. */
    private static final int SHORTEST = 6;

    private Hidden() {
    }

    /** The body itself where it does not repeat the secret. @param revealed what was sent */
    static byte[] in(byte[] body, Credentials.Revealed revealed) {
        String secret = revealed.secret();
        if (secret.length() < SHORTEST) {
            return body;
        }
        Set<String> forms = new LinkedHashSet<>();
        String authorization = revealed.credential().authorization(secret);
        forms.add(authorization.substring(authorization.indexOf(' ') + 1));
        forms.add(secret);
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        forms.add(secret.replace("\\", "\\\\").replace("\"", "\\\""));
        return replaced(body, forms, FeedAddress.HIDDEN);
    }

    /** A body with other words in the place of some; itself where there are none. */
    static byte[] replaced(byte[] body, Collection<String> words, String by) {
        byte[] replaced = body;
        for (String word : words) {
            replaced = replaced(replaced, word.getBytes(StandardCharsets.UTF_8), by.getBytes(StandardCharsets.UTF_8));
        }
        return replaced;
    }

    private static byte[] replaced(byte[] body, byte[] word, byte[] by) {
        int at = find(body, word, 0);
        if (at < 0) {
            return body;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length);
        int from = 0;
        for (; at >= 0; at = find(body, word, from)) {
            out.write(body, from, at - from);
            out.writeBytes(by);
            from = at + word.length;
        }
        out.write(body, from, body.length - from);
        return out.toByteArray();
    }

    private static int find(byte[] body, byte[] secret, int from) {
        for (int i = from; i <= body.length - secret.length; i++) {
            int k = 0;
            while (k < secret.length && body[i + k] == secret[k]) {
                k++;
            }
            if (k == secret.length) {
                return i;
            }
        }
        return -1;
    }
}
