package org.kvarter.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A real HTTP server on this machine that answers well or badly, as a test asks. */
public final class FakeService implements AutoCloseable {

    /** How to answer. */
    public interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    public FakeService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    /** Answers a path. */
    public FakeService at(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                answer.to(exchange);
            }
        });
        return this;
    }

    /** Answers with the given answers, one after the other; the last one stays. */
    public FakeService inTurn(String path, Answer... answers) {
        AtomicInteger turn = new AtomicInteger();
        return at(path, e -> answers[Math.min(turn.getAndIncrement(), answers.length - 1)].to(e));
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Paths and queries that were asked for, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public static Answer json(String body) {
        return status(200, "application/json", body);
    }

    public static Answer status(int status, String type, String body, String... headers) {
        return e -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            e.getResponseHeaders().set("Content-Type", type);
            for (int i = 0; i < headers.length; i += 2) {
                e.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            e.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            e.getResponseBody().write(bytes);
        };
    }

    /** Says more bytes will come than do. */
    public static Answer cut(String body) {
        return e -> {
            e.getResponseHeaders().set("Content-Type", "application/json");
            e.sendResponseHeaders(200, body.length() + 500);
            e.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            e.getResponseBody().flush();
        };
    }

    /** Never ends of itself: a body of up to 10⁹ bytes. */
    public static Answer endless(boolean announced) {
        return e -> {
            e.getResponseHeaders().set("Content-Type", "application/json");
            e.sendResponseHeaders(200, announced ? 1_000_000_000L : 0);
            byte[] piece = "[1,1,1,1,1,1,1,1,".repeat(4096).getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = e.getResponseBody()) {
                for (long sent = 0; sent < 1_000_000_000L; sent += piece.length) {
                    out.write(piece);
                }
            }
        };
    }

    /** Does not answer until the test is over. */
    public Answer silence() {
        return e -> {
            try {
                end.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** Sends the head and the beginning of the body, then nothing. */
    public Answer stall() {
        return e -> {
            e.getResponseHeaders().set("Content-Type", "application/json");
            e.sendResponseHeaders(200, 0);
            e.getResponseBody().write("[{\"id\"".getBytes(StandardCharsets.UTF_8));
            e.getResponseBody().flush();
            silence().to(e);
        };
    }

    /** A port whose connections are reset as soon as they are made; stops with this service. */
    public String resetting() throws IOException {
        ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        threads.execute(() -> {
            try (socket) {
                while (end.getCount() > 0) {
                    Socket connection = socket.accept();
                    connection.setSoLinger(true, 0);
                    connection.getInputStream().read();
                    connection.close();
                }
            } catch (IOException closed) {
                return;
            }
        });
        threads.execute(() -> {
            try {
                end.await();
                socket.close();
            } catch (InterruptedException | IOException over) {
                Thread.currentThread().interrupt();
            }
        });
        return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
