package org.kvarter.remote.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {

    private static final long NOW = 1_768_478_400;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "RateLimit-Remaining=10;RateLimit-Reset=600 | 10 | 600",
        "X-RateLimit-Remaining=3;X-RateLimit-Reset=1768478700 | 3 | 300",
        "X-RateLimit-Remaining=3;X-RateLimit-Reset=1768478300 | 3 | 0",
        "X-Rate-Limit-Remaining=7;X-Rate-Limit-Reset=59.2 | 7 | 60",
        "RateLimit=\"default\"#r=50#t=30 | 50 | 30",
        "RateLimit=limit=100, remaining=4, reset=20 | 4 | 20",
        "RateLimit-Remaining=2 | 2 | 0",
        "RateLimit-Reset=2 | -1 | 0",
        "RateLimit-Remaining=many;RateLimit-Reset=600 | -1 | 0",
        "RateLimit-Remaining=1;RateLimit-Reset=99999999 | 1 | 86400"})
    void headersOfEverySpellingAreRead(String headers, long remaining, long reset) {
        Map<String, String> all = new HashMap<>();
        for (String header : headers.split(";")) {
            all.put(header.split("=")[0], header.substring(header.indexOf('=') + 1).replace('#', ';'));
        }
        assertThat(Quota.of(n -> all.getOrDefault(n, ""), NOW)).isEqualTo(new Quota(remaining, Duration.ofSeconds(reset)));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 60, 1, 60", "100, 600, 60, 1, 60", "2, 600, 60, 1, 300", "0, 600, 60, 1, 600", "4, 600, 60, 2, 300", "4, 0, 60, 1, 60"})
    void theIntervalIsStretchedSoFarThatTheRestLasts(long remaining, long reset, long interval, int requests, long expected) {
        assertThat(new Quota(remaining, Duration.ofSeconds(reset)).stretched(Duration.ofSeconds(interval), requests)).isEqualTo(Duration.ofSeconds(expected));
    }
}
