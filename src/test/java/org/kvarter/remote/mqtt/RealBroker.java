package org.kvarter.remote.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** A Moquette broker in this process, which can be killed and come back on the same port. */
public final class RealBroker implements AutoCloseable {

    private final int port;
    private final Properties properties = new Properties();
    private Server server;

    /** A broker for anybody. */
    public RealBroker() throws IOException {
        this.port = free();
        properties.setProperty("port", Integer.toString(port));
        properties.setProperty("host", "127.0.0.1");
        properties.setProperty("allow_anonymous", "true");
        properties.setProperty("persistence_enabled", "false");
        properties.setProperty("telemetry_enabled", "false");
    }

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Sets a property of Moquette before it starts. */
    public RealBroker with(String key, String value) {
        properties.setProperty(key, value);
        return this;
    }

    /** Starts, or comes back. @param user lets in only this user with the password {@code secret}; {@code null} for anybody */
    public RealBroker start(String user) throws IOException {
        server = new Server();
        if (user == null) {
            server.startServer(new MemoryConfig(properties));
        } else {
            properties.setProperty("allow_anonymous", "false");
            server.startServer(new MemoryConfig(properties), null, null,
                    (client, name, password) -> user.equals(name) && password != null && "secret".equals(new String(password, StandardCharsets.UTF_8)), null);
        }
        return this;
    }

    /** Goes away without a word. */
    public void kill() {
        if (server != null) {
            server.stopServer();
            server = null;
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "mqtt://127.0.0.1:" + port;
    }

    /** Publishes as a sensor would. */
    public void publish(String topic, String payload, boolean retained) {
        publish(port, topic, payload, retained);
    }

    /** Publishes to a broker that was told another port than its own. */
    public void publishTo(int other, String topic, String payload) {
        publish(other, topic, payload, true);
    }

    private static void publish(int port, String topic, String payload, boolean retained) {
        Mqtt3BlockingClient client = Mqtt3Client.builder().identifier("sensor" + System.nanoTime() % 1_000_000).serverHost("127.0.0.1").serverPort(port).buildBlocking();
        client.connect();
        client.publishWith().topic(topic).qos(MqttQos.AT_LEAST_ONCE).payload(payload.getBytes(StandardCharsets.UTF_8)).retain(retained).send();
        client.disconnect();
    }

    @Override
    public void close() {
        kill();
    }
}
