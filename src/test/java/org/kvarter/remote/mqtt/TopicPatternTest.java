package org.kvarter.remote.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.remote.FeedException;

class TopicPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "district/{place}/power | district/+/power | district/house 7/power | {place=house 7}",
        "district/{place}/power | district/+/power | district/a/b/power | none",
        "v1.1/Datastreams({place})/Observations | v1.1/+/Observations | v1.1/Datastreams(42)/Observations | {place=42}",
        "v1.1/Datastreams({place})/Observations | v1.1/+/Observations | v1.1/Things(42)/Observations | none",
        "{area}/{place}/# | +/+/# | north/p1/x/y | {area=north, place=p1}",
        "{area}/{place}/# | +/+/# | north/p1 | {area=north, place=p1}",
        "a/+/{place} | a/+/+ | a/x/y | {place=y}",
        "plain/topic | plain/topic | plain/topic | {}",
        "# | # | any/thing | {}"})
    void namesInBracesAreLevelsOrPartsOfThem(String text, String filter, String topic, String found) throws FeedException {
        TopicPattern pattern = TopicPattern.of(text);
        assertThat(pattern.filter()).isEqualTo(filter);
        assertThat(pattern.match(topic).map(Object::toString).orElse("none")).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a/{}/b", "a/{b", "a/x+/b", "a/#/b", "a/b#"})
    void whatIsNoTopicIsRefused(String text) {
        assertThatThrownBy(() -> TopicPattern.of(text)).isInstanceOf(FeedException.class).hasMessageContaining("no topic");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"21.5 | {\"value\":21.5,\"place\":\"p\"}", "true | {\"value\":true,\"place\":\"p\"}",
        "on fire | {\"value\":\"on fire\",\"place\":\"p\"}", "{\"w\":3,\"place\":\"own\"} | {\"w\":3,\"place\":\"own\"}",
        "[1,2] | {\"value\":[1,2],\"place\":\"p\"}", "'' | {\"place\":\"p\"}"})
    void payloadsAreRecordsWithWhatTheirTopicTells(String payload, String record) throws FeedException {
        assertThat(Message.record(TopicPattern.of("t/{place}"), "t/p", payload.getBytes(StandardCharsets.UTF_8))).get().hasToString(record);
    }

    @Test
    void aTopicWithoutAPlaceIsThePlace() throws FeedException {
        assertThat(Message.record(TopicPattern.of("t/#"), "t/x", new byte[] {'1'})).get().hasToString("{\"value\":1,\"place\":\"t/x\"}");
    }
}
