package org.kvarter.remote.mqtt;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.remote.FeedException;
import org.kvarter.text.Texts;

/**
 * Topics with names in braces for what differs: {@code district/{place}/power}, {@code v1.1/Datastreams({place})/Observations}. Levels may be
 * {@code +} and the last one {@code #} as in MQTT itself (OASIS MQTT 5.0, 4.7). Immutable.
 */
public final class TopicPattern {

    private static final Texts TEXTS = Texts.in(TopicPattern.class);
    private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)\\}");

    private final String filter;
    private final Pattern form;
    private final List<String> names = new ArrayList<>();

    private TopicPattern(String text) {
        StringBuilder regex = new StringBuilder();
        StringBuilder levels = new StringBuilder();
        String[] parts = text.split("/", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                levels.append('/');
            }
            if (parts[i].equals("#")) {
                regex.append(i > 0 ? "(?:/.*)?" : ".*");
                levels.append('#');
                continue;
            }
            regex.append(i > 0 ? "/" : "");
            Matcher name = NAME.matcher(parts[i]);
            int at = 0;
            while (name.find()) {
                regex.append(Pattern.quote(parts[i].substring(at, name.start()))).append("([^/]+)");
                names.add(name.group(1));
                at = name.end();
            }
            boolean varies = at > 0 || parts[i].equals("+");
            regex.append(parts[i].equals("+") ? "[^/]*" : Pattern.quote(parts[i].substring(at)));
            levels.append(varies ? "+" : parts[i]);
        }
        filter = levels.toString();
        form = Pattern.compile(regex.toString());
    }

    /**
     * Reads a pattern.
     *
     * @throws FeedException where it is empty, has a wildcard within a level, a {@code #} before its end or braces that name nothing
     */
    public static TopicPattern of(String text) throws FeedException {
        String plain = NAME.matcher(text).replaceAll("x");
        boolean wrong = text.isBlank() || plain.contains("{") || plain.contains("}") || plain.indexOf(0) >= 0 || text.length() > 1000;
        String[] levels = plain.split("/", -1);
        for (int i = 0; i < levels.length; i++) {
            wrong |= levels[i].length() > 1 && (levels[i].contains("+") || levels[i].contains("#")) || levels[i].equals("#") && i < levels.length - 1;
        }
        if (wrong) {
            throw FeedException.lasting(TEXTS.get("topic.form", text));
        }
        return new TopicPattern(text);
    }

    /** What is subscribed to. */
    public String filter() {
        return filter;
    }

    /** What the names stand for in a topic; empty where it is none of these. */
    public Optional<Map<String, String>> match(String topic) {
        Matcher matcher = form.matcher(topic);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> found = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            found.put(names.get(i), matcher.group(i + 1));
        }
        return Optional.of(found);
    }
}
