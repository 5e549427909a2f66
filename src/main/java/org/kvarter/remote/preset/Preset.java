package org.kvarter.remote.preset;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.http.Credential;
import org.kvarter.remote.layer.Area;
import org.kvarter.remote.service.ServiceKind;

/**
 * A service that is known beforehand.
 *
 * @param id              distinct; that of a person's own file takes the place of the program's
 * @param name            what people call it, by language; {@code en} is always there
 * @param region          where it is, for ordering: a country by its English name, or something larger
 * @param kind            what it is
 * @param url             address; {@code {lat}}, {@code {lon}}, {@code {west}}, {@code {south}}, {@code {east}} and {@code {north}} are those of the
 *                        district, moments as in {@link org.kvarter.remote.Moments} stay for every poll
 * @param topic           of a broker; may be empty
 * @param headers         further headers
 * @param intervalSeconds how often it is sensible to ask; 0 for the usual
 * @param mapping         what is taken of its answers; empty where that is looked at
 * @param needs           the credential it asks for; empty for none
 * @param licence         of its data, as its documentation says
 * @param attribution     what it wants said
 * @param note            what a person should know before choosing it, by language; may be empty
 * @param documentation   where address and form were taken from
 */
public record Preset(String id, Map<String, String> name, String region, ServiceKind kind, String url, String topic,
                     List<FeedRequest.Header> headers, int intervalSeconds, Optional<FeedMapping> mapping, Optional<Needs> needs, String licence,
                     String attribution, Map<String, String> note, String documentation) {

    /**
     * A credential that has to be got.
     *
     * @param scheme    how it is sent
     * @param parameter header, parameter or user name
     * @param from      address where people get one
     */
    public record Needs(Credential.Scheme scheme, String parameter, String from) {

        public Needs {
            Objects.requireNonNull(scheme, "scheme");
            parameter = Objects.requireNonNullElse(parameter, "");
            from = Objects.requireNonNullElse(from, "");
        }
    }

    public Preset {
        Objects.requireNonNull(id, "id");
        name = Map.copyOf(Objects.requireNonNull(name, "name"));
        if (!name.containsKey("en")) {
            throw new IllegalArgumentException("a preset has an English name");
        }
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(url, "url");
        region = Objects.requireNonNullElse(region, "");
        topic = Objects.requireNonNullElse(topic, "");
        headers = headers == null ? List.of() : List.copyOf(headers);
        mapping = mapping == null ? Optional.empty() : mapping;
        needs = needs == null ? Optional.empty() : needs;
        licence = Objects.requireNonNullElse(licence, "");
        attribution = Objects.requireNonNullElse(attribution, "");
        note = note == null ? Map.of() : Map.copyOf(note);
        documentation = Objects.requireNonNullElse(documentation, "");
    }

    /** Its name in a language. */
    public String name(Locale locale) {
        return name.getOrDefault(locale.getLanguage(), name.get("en"));
    }

    /** Where it is, in a language: a country by its name there, anything else as it is written. */
    public String regionIn(Locale locale) {
        return Arrays.stream(Locale.getISOCountries()).map(code -> new Locale("", code)).filter(c -> c.getDisplayCountry(Locale.ENGLISH).equals(region)).findFirst()
                .map(c -> c.getDisplayCountry(locale)).orElse(region);
    }

    /** Its note in a language; empty where there is none. */
    public String note(Locale locale) {
        return note.getOrDefault(locale.getLanguage(), note.getOrDefault("en", ""));
    }

    /** Whether it asks about a place. */
    public boolean isAboutAPlace() {
        return url.matches(".*\\{(lat|lon|west|south|east|north)\\}.*");
    }

    /** The request for an area; {@code null} where there is none, for services that do not ask about a place. */
    public FeedRequest request(Area area) {
        String at = area == null ? url : url.replace("{lat}", degrees(area.middleLatitude())).replace("{lon}", degrees(area.middleLongitude()))
                .replace("{west}", degrees(area.west())).replace("{south}", degrees(area.south())).replace("{east}", degrees(area.east()))
                .replace("{north}", degrees(area.north()));
        return new FeedRequest(at, headers, "", null, intervalSeconds, 0, 0, topic);
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.5f", value);
    }
}
