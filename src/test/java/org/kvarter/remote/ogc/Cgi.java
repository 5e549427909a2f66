package org.kvarter.remote.ogc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts a program that speaks CGI 1.1 (RFC 3875) behind an HTTP server on this machine: one process for each request, as Debian's web servers run it. */
public final class Cgi implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param port 0 for any that is free */
    public Cgi(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(threads);
        server.start();
    }

    /** Answers everything below a path by a program. @param environment that it gets besides the request's own */
    public Cgi at(String path, Path program, Map<String, String> environment) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                answer(exchange, path, program, environment);
            }
        });
        return this;
    }

    private void answer(HttpExchange exchange, String path, Path program, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program.toString()).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> own = builder.environment();
        own.clear();
        String query = exchange.getRequestURI().getRawQuery();
        String host = exchange.getRequestHeaders().getFirst("Host");
        own.putAll(Map.of("GATEWAY_INTERFACE", "CGI/1.1", "SERVER_PROTOCOL", "HTTP/1.1", "REQUEST_METHOD", exchange.getRequestMethod(), "SCRIPT_NAME", path,
                "QUERY_STRING", query == null ? "" : query, "PATH_INFO", exchange.getRequestURI().getPath().substring(path.length()),
                "SERVER_NAME", host.replaceFirst(":.*", ""), "SERVER_PORT", Integer.toString(server.getAddress().getPort())));
        exchange.getRequestHeaders().forEach((name, values) -> own.put("HTTP_" + name.toUpperCase(java.util.Locale.ROOT).replace('-', '_'), values.get(0)));
        own.putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        byte[] said = process.getInputStream().readAllBytes();
        int body = head(said);
        int status = 200;
        for (String line : new String(said, 0, body, StandardCharsets.ISO_8859_1).split("\r?\n")) {
            String[] parts = line.split(":\\s*", 2);
            if (parts[0].equalsIgnoreCase("Status")) {
                status = Integer.parseInt(parts[1].substring(0, 3));
            } else if (parts.length == 2 && !parts[0].equalsIgnoreCase("Content-Length")) {
                exchange.getResponseHeaders().add(parts[0], parts[1]);
            }
        }
        exchange.sendResponseHeaders(said.length == 0 ? 500 : status, said.length == body ? -1 : said.length - body);
        exchange.getResponseBody().write(said, body, said.length - body);
    }

    /** Where the body begins. */
    private static int head(byte[] said) {
        for (int i = 1; i < said.length; i++) {
            if (said[i] == '\n' && (said[i - 1] == '\n' || i >= 3 && said[i - 1] == '\r' && said[i - 2] == '\n')) {
                return i + 1;
            }
        }
        return said.length;
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Paths and queries that were asked for, decoded, in order. */
    public List<String> asked() {
        return asked.stream().map(a -> java.net.URLDecoder.decode(a, StandardCharsets.UTF_8)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
