package org.kvarter.remote.mqtt;

import com.hivemq.client.mqtt.exceptions.MqttDecodeException;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedListener;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3ConnAckException;
import com.hivemq.client.mqtt.mqtt3.message.connect.connack.Mqtt3ConnAckReturnCode;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.poll.Broker;
import org.kvarter.task.WorkCancelledException;
import org.kvarter.text.Texts;

/**
 * Subscribes to brokers of MQTT 5, or of 3.1.1 where a broker knows no other, by TCP or TLS. Certificates are checked against those that Java trusts, and by name. Messages larger than
 * {@value #MOST_BYTES} bytes are not accepted. Thread-safe.
 */
public final class MqttBroker implements Broker {

    /** Largest message. */
    public static final int MOST_BYTES = 1 << 20;
    private static final Texts TEXTS = Texts.in(TopicPattern.class);
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final Set<Mqtt5ConnAckReasonCode> DENIED = Set.of(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD,
            Mqtt5ConnAckReasonCode.NOT_AUTHORIZED, Mqtt5ConnAckReasonCode.BAD_AUTHENTICATION_METHOD, Mqtt5ConnAckReasonCode.BANNED);

    private final Credentials credentials;

    public MqttBroker(Credentials credentials) {
        this.credentials = credentials;
    }

    @Override
    public Subscription open(FeedRequest request, Listener listener) throws FeedException {
        URI at = FeedAddress.broker(request.url());
        TopicPattern pattern = TopicPattern.of(request.topic());
        Optional<Credentials.Login> login = request.credential().isEmpty() ? Optional.empty()
                : Optional.of(credentials.login(request.credential(), FeedAddress.origin(at)));
        AtomicBoolean open = new AtomicBoolean();
        MqttClientDisconnectedListener ended = context -> {
            if (open.getAndSet(false)) {
                listener.lost(FeedException.passing(TEXTS.get("lost", FeedAddress.shown(at)), context.getCause()));
            }
        };
        Line.Heard heard = (topic, payload) -> {
            if (payload.length <= MOST_BYTES) {
                Message.record(pattern, topic, payload).ifPresent(listener::message);
            }
        };
        Duration patience = Duration.ofSeconds(request.timeoutSeconds());
        Line line = Line.five(at, patience, login, ended, heard);
        try {
            try {
                await(line.connect(KEEP_ALIVE_SECONDS), at, request);
            } catch (OlderException e) {
                line = Line.three(at, patience, login, ended, heard);
                await(line.connect(KEEP_ALIVE_SECONDS), at, request);
            }
            open.set(true);
            await(line.subscribe(pattern.filter()), at, request);
        } catch (OlderException e) {
            throw FeedException.lasting(TEXTS.get("refused", FeedAddress.shown(at), "MQTT"));
        } catch (FeedException | WorkCancelledException e) {
            open.set(false);
            line.disconnect();
            throw e;
        }
        Line held = line;
        return () -> {
            open.set(false);
            held.disconnect();
        };
    }

    /** The broker speaks an older version of the protocol. */
    private static final class OlderException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    private static void await(CompletableFuture<?> coming, URI at, FeedRequest request) throws FeedException, OlderException {
        String shown = FeedAddress.shown(at);
        try {
            coming.get(request.timeoutSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw FeedException.passing(TEXTS.get("timeout", shown, request.timeoutSeconds()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WorkCancelledException();
        } catch (ExecutionException e) {
            if (isOlder(e.getCause())) {
                throw new OlderException();
            }
            throw failure(e.getCause(), shown, request);
        }
    }

    /** Brokers of 3.1.1 refuse the version by a code that MQTT 5 does not know (MQTT 3.1.1, 3.2.2.3: 1), or by the one that it does. */
    private static boolean isOlder(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MqttDecodeException || cause instanceof Mqtt5ConnAckException refused
                    && refused.getMqttMessage().getReasonCode() == Mqtt5ConnAckReasonCode.UNSUPPORTED_PROTOCOL_VERSION) {
                return true;
            }
        }
        return false;
    }

    private static FeedException failure(Throwable failure, String shown, FeedRequest request) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Mqtt5ConnAckException refused) {
                boolean denied = DENIED.contains(refused.getMqttMessage().getReasonCode());
                return denied ? denied(shown, request)
                        : FeedException.passing(TEXTS.get("refused", shown, refused.getMqttMessage().getReasonCode()), failure);
            }
            if (cause instanceof Mqtt3ConnAckException refused) {
                Mqtt3ConnAckReturnCode code = refused.getMqttMessage().getReturnCode();
                boolean denied = code == Mqtt3ConnAckReturnCode.BAD_USER_NAME_OR_PASSWORD || code == Mqtt3ConnAckReturnCode.NOT_AUTHORIZED;
                return denied ? denied(shown, request) : FeedException.passing(TEXTS.get("refused", shown, code), failure);
            }
            if (cause instanceof SSLException) {
                return FeedException.lasting(TEXTS.get("certificate", shown));
            }
        }
        return FeedException.passing(TEXTS.get("unreachable", shown), failure);
    }

    private static FeedException denied(String shown, FeedRequest request) {
        return FeedException.lasting(request.credential().isEmpty() ? TEXTS.get("denied", shown) : TEXTS.get("deniedWith", shown, request.credential()));
    }
}
