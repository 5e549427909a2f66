package org.kvarter.remote.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.http.Credential;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.poll.Broker;

/** MQTT 5 itself, against Debian's mosquitto where it is installed: the broker in this process knows 3.1.1 only. */
class MosquittoTest {

    private static final Path PROGRAM = Path.of("/usr/sbin/mosquitto");

    @TempDir
    Path folder;

    private Process process;
    private int port;
    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<FeedException> lost = new LinkedBlockingQueue<>();
    private final Broker.Listener listener = new Broker.Listener() {

        @Override
        public void message(JsonNode record) {
            heard.add(record);
        }

        @Override
        public void lost(FeedException why) {
            lost.add(why);
        }
    };

    private void start(String... lines) throws Exception {
        assumeThat(PROGRAM).isRegularFile();
        port = RealBroker.free();
        Path configuration = folder.resolve("mosquitto.conf");
        Files.writeString(configuration, "listener " + port + " 127.0.0.1\nuser root\n" + String.join("\n", lines) + "\n");
        process = new ProcessBuilder(PROGRAM.toString(), "-c", configuration.toString()).redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        for (int i = 0; i < 200; i++) {
            try (java.net.Socket socket = new java.net.Socket("127.0.0.1", port)) {
                return;
            } catch (java.io.IOException notYet) {
                Thread.sleep(25);
            }
        }
        throw new AssertionError(Files.readString(folder.resolve("log")));
    }

    @AfterEach
    void stop() {
        if (process != null) {
            process.destroyForcibly();
        }
    }

    private FeedRequest request(String topic, String credential) {
        return new FeedRequest("mqtt://127.0.0.1:" + port, List.of(), credential, null, 60, 5, 0, topic);
    }

    private void publish(String topic, String payload) {
        Mqtt5BlockingClient client = Mqtt5Client.builder().serverHost("127.0.0.1").serverPort(port).buildBlocking();
        client.connect();
        client.publishWith().topic(topic).qos(MqttQos.AT_LEAST_ONCE).payload(payload.getBytes()).retain(true).send();
        client.disconnect();
    }

    @Test
    void retainedMessagesComeOverMqttFiveAndALossIsToldOnce() throws Exception {
        start("allow_anonymous true");
        publish("district/a/power", "{\"kw\":4}");
        Credentials none = new Credentials(folder.resolve("none.json"), v -> null);
        Broker.Subscription subscription = new MqttBroker(none).open(request("district/{place}/power", ""), listener);
        assertThat(heard.poll(10, TimeUnit.SECONDS)).hasToString("{\"kw\":4,\"place\":\"a\"}");
        String log = Files.readString(folder.resolve("log"));
        assertThat(log).as("the fifth version, p5").contains("(p5,").doesNotContain("kvarter-unknown");
        process.destroyForcibly();
        assertThat(lost.poll(10, TimeUnit.SECONDS)).hasMessageContaining("was lost");
        subscription.close();
        assertThat(lost).isEmpty();
    }

    @Test
    void aWrongPasswordIsRefusedForGood() throws Exception {
        Path passwords = folder.resolve("passwords");
        Files.writeString(passwords, "sensor:secret\n");
        assumeThat(Path.of("/usr/bin/mosquitto_passwd")).isRegularFile();
        new ProcessBuilder("/usr/bin/mosquitto_passwd", "-U", passwords.toString()).start().waitFor();
        start("allow_anonymous false", "password_file " + passwords);
        Credentials kept = new Credentials(folder.resolve("kept.json"), v -> null);
        kept.put(new Credential("right", "mqtt://127.0.0.1:" + port, Credential.Scheme.BASIC, "sensor", "secret", ""));
        kept.put(new Credential("wrong", "mqtt://127.0.0.1:" + port, Credential.Scheme.BASIC, "sensor", "no", ""));
        new MqttBroker(kept).open(request("a/{place}", "right"), listener).close();
        assertThatThrownBy(() -> new MqttBroker(kept).open(request("a/{place}", "wrong"), listener))
                .isInstanceOfSatisfying(FeedException.class, e -> assertThat(e.isPassing()).isFalse()).hasMessageContaining("credential wrong");
    }
}
