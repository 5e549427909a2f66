package org.kvarter.remote.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedListener;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.message.auth.Mqtt3SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.auth.Mqtt5SimpleAuth;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectRestrictions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.http.Credentials;

/** A connection to a broker in one version of the protocol. */
sealed interface Line {

    /** Gets messages, on the client's thread. */
    interface Heard {

        void message(String topic, byte[] payload);
    }

    /** Connects; the future fails where the broker refuses. */
    CompletableFuture<?> connect(int keepAliveSeconds);

    /** Subscribes to what matches a filter. */
    CompletableFuture<?> subscribe(String filter);

    /** Ends it; harmless where it is not connected. */
    void disconnect();

    private static String name() {
        return "kvarter-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** MQTT 5. */
    static Line five(URI at, Duration patience, Optional<Credentials.Login> login, MqttClientDisconnectedListener ended, Heard heard) {
        var builder = Mqtt5Client.builder().identifier(name()).serverHost(at.getHost()).serverPort(FeedAddress.port(at))
                .transportConfig().socketConnectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).applyTransportConfig().addDisconnectedListener(ended);
        if (at.getScheme().equalsIgnoreCase("mqtts")) {
            builder = builder.sslWithDefaultConfig();
        }
        if (login.isPresent()) {
            byte[] password = login.get().password();
            builder = builder.simpleAuth(login.get().user().isEmpty() ? Mqtt5SimpleAuth.builder().password(password).build()
                    : Mqtt5SimpleAuth.builder().username(login.get().user()).password(password).build());
        }
        Mqtt5AsyncClient client = builder.buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, p -> heard.message(p.getTopic().toString(), p.getPayloadAsBytes()));
        return new Five(client);
    }

    /** MQTT 3.1.1, for brokers that know no other. A password without a user name is not allowed there: the name is sent empty. */
    static Line three(URI at, Duration patience, Optional<Credentials.Login> login, MqttClientDisconnectedListener ended, Heard heard) {
        var builder = Mqtt3Client.builder().identifier(name()).serverHost(at.getHost()).serverPort(FeedAddress.port(at))
                .transportConfig().socketConnectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).applyTransportConfig().addDisconnectedListener(ended);
        if (at.getScheme().equalsIgnoreCase("mqtts")) {
            builder = builder.sslWithDefaultConfig();
        }
        if (login.isPresent()) {
            builder = builder.simpleAuth(Mqtt3SimpleAuth.builder().username(login.get().user()).password(login.get().password()).build());
        }
        Mqtt3AsyncClient client = builder.buildAsync();
        client.publishes(MqttGlobalPublishFilter.ALL, p -> heard.message(p.getTopic().toString(), p.getPayloadAsBytes()));
        return new Three(client);
    }

    /** MQTT 5. */
    record Five(Mqtt5AsyncClient client) implements Line {

        @Override
        public CompletableFuture<?> connect(int keepAliveSeconds) {
            return client.connectWith().cleanStart(true).keepAlive(keepAliveSeconds)
                    .restrictions(Mqtt5ConnectRestrictions.builder().maximumPacketSize(MqttBroker.MOST_BYTES).build()).send();
        }

        @Override
        public CompletableFuture<?> subscribe(String filter) {
            return client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send();
        }

        @Override
        public void disconnect() {
            client.disconnect();
        }
    }

    /** MQTT 3.1.1. */
    record Three(Mqtt3AsyncClient client) implements Line {

        @Override
        public CompletableFuture<?> connect(int keepAliveSeconds) {
            return client.connectWith().cleanSession(true).keepAlive(keepAliveSeconds).send();
        }

        @Override
        public CompletableFuture<?> subscribe(String filter) {
            return client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send();
        }

        @Override
        public void disconnect() {
            client.disconnect();
        }
    }
}
