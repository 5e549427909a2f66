package org.kvarter.remote.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a service asks for before it answers. Its text form shows no secret.
 *
 * @param name      what the project calls it
 * @param origin    scheme, host and port it is for, as in {@code https://api.example.org:443}: it is sent nowhere else
 * @param scheme    how it is sent
 * @param parameter header or query parameter for {@link Scheme#HEADER} and {@link Scheme#QUERY}, user name for {@link Scheme#BASIC}
 * @param secret    the key, token or password; empty where it is in the environment
 * @param variable  environment variable that holds it; empty where it is here
 */
public record Credential(String name, String origin, Scheme scheme, String parameter, String secret, String variable) {

    /** How a credential is sent. */
    public enum Scheme {
        /** As {@code Authorization: Bearer …}. */
        BEARER,
        /** As user name and password. */
        BASIC,
        /** As {@code Authorization: Token …}, as OCPI asks for it. */
        TOKEN,
        /** In a header of a name. */
        HEADER,
        /** As a parameter of the address. */
        QUERY,
        /** In the place of {@link org.kvarter.remote.FeedAddress#WRITTEN_KEY} within the address. */
        PATH
    }

    public Credential {
        Objects.requireNonNull(name, "name");
        origin = Objects.requireNonNullElse(origin, "");
        scheme = Objects.requireNonNullElse(scheme, Scheme.BEARER);
        parameter = Objects.requireNonNullElse(parameter, "");
        secret = Objects.requireNonNullElse(secret, "");
        variable = Objects.requireNonNullElse(variable, "");
    }

    /** The secret itself, from here or from the environment; empty where the variable is not set. */
    Optional<String> reveal(UnaryOperator<String> environment) {
        return variable.isEmpty() ? Optional.of(secret) : Optional.ofNullable(environment.apply(variable)).filter(s -> !s.isBlank());
    }

    /** The {@code Authorization} value of a secret. */
    String authorization(String revealed) {
        return scheme == Scheme.TOKEN ? "Token " + revealed : scheme == Scheme.BASIC
                ? "Basic " + Base64.getEncoder().encodeToString((parameter + ":" + revealed).getBytes(StandardCharsets.UTF_8)) : "Bearer " + revealed;
    }

    @Override
    public String toString() {
        return "Credential[" + name + " for " + origin + ", " + scheme + "]";
    }
}
