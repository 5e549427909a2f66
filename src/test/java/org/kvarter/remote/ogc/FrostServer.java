package org.kvarter.remote.ogc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.fraunhofer.iosb.ilt.frostserver.formatter.PluginResultFormatDefault;
import de.fraunhofer.iosb.ilt.frostserver.messagebus.InternalMessageBus;
import de.fraunhofer.iosb.ilt.frostserver.messagebus.MessageBusFactory;
import de.fraunhofer.iosb.ilt.frostserver.path.Version;
import de.fraunhofer.iosb.ilt.frostserver.persistence.PersistenceManagerFactory;
import de.fraunhofer.iosb.ilt.frostserver.persistence.pgjooq.PostgresPersistenceManager;
import de.fraunhofer.iosb.ilt.frostserver.plugin.coremodel.PluginCoreModel;
import de.fraunhofer.iosb.ilt.frostserver.plugin.coremodel.PluginCoreService;
import de.fraunhofer.iosb.ilt.frostserver.service.Service;
import de.fraunhofer.iosb.ilt.frostserver.service.ServiceRequest;
import de.fraunhofer.iosb.ilt.frostserver.service.ServiceRequestBuilder;
import de.fraunhofer.iosb.ilt.frostserver.service.ServiceResponseDefault;
import de.fraunhofer.iosb.ilt.frostserver.settings.CoreSettings;
import de.fraunhofer.iosb.ilt.frostserver.util.HttpMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kvarter.series.store.sql.PgServer;

/**
 * Fraunhofer's FROST-Server, a server of OGC SensorThings 1.1, over the tests' own PostgreSQL with PostGIS, behind an HTTP server on this machine. Its servlet
 * alone is left out. Tests are skipped where there is no PostgreSQL.
 */
public final class FrostServer implements AutoCloseable {

    private static final String PATH = "/FROST";
    private static final Logger QUIET = Logger.getLogger("liquibase");

    private final HttpServer web;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CoreSettings settings;

    /** @param folder for what it puts down in between @param most entities that it gives at a time */
    public FrostServer(Path folder, int most) throws IOException, SQLException {
        String database = database(PgServer.withPostGis());
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Properties chosen = new Properties();
        chosen.put(CoreSettings.TAG_SERVICE_ROOT_URL, "http://127.0.0.1:" + web.getAddress().getPort() + PATH);
        chosen.put(CoreSettings.TAG_TEMP_PATH, folder.toString());
        chosen.put(CoreSettings.TAG_MAX_TOP, Integer.toString(most));
        chosen.put("plugins.providedPlugins", PluginCoreService.class.getName() + "," + PluginCoreModel.class.getName() + "," + PluginResultFormatDefault.class.getName());
        chosen.put("persistence.persistenceManagerImplementationClass", PostgresPersistenceManager.class.getName());
        chosen.put("persistence.autoUpdateDatabase", "true");
        chosen.put("persistence.db.driver", "org.postgresql.Driver");
        chosen.put("persistence.db.url", database);
        chosen.put("persistence.db.username", PgServer.OWNER);
        chosen.put("persistence.db.password", PgServer.OWNER_PASSWORD);
        chosen.put("bus.busImplementationClass", InternalMessageBus.class.getName());
        QUIET.setLevel(Level.WARNING);
        PrintStream out = System.out;
        try { // what makes the tables tells each of them to standard output
            System.setOut(new PrintStream(OutputStream.nullOutputStream()));
            settings = CoreSettings.load(chosen);
            PersistenceManagerFactory.init(settings);
        } finally {
            System.setOut(out);
        }
        MessageBusFactory.createMessageBus(settings);
        web.createContext(PATH, exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                answer(exchange);
            }
        });
        web.setExecutor(threads);
        web.start();
    }

    /** The address of a database of its own, empty: other tests have theirs in the same server. */
    private static String database(PgServer server) throws SQLException {
        server.sql("DROP DATABASE IF EXISTS frost WITH (FORCE)", "CREATE DATABASE frost");
        String url;
        try (Connection connection = server.connect()) {
            url = connection.getMetaData().getURL().replaceFirst("/" + PgServer.DATABASE + "$", "/frost");
        }
        try (Connection connection = DriverManager.getConnection(url, PgServer.OWNER, PgServer.OWNER_PASSWORD); Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION postgis");
        }
        return url;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(PATH.length());
        Version version = settings.getPluginManager().getVersion(path.replaceFirst("^/([^/]*).*", "$1"));
        if (version == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        String query = exchange.getRequestURI().getRawQuery();
        ServiceResponseDefault response = ask(HttpMethod.fromString(exchange.getRequestMethod()), version, path.replaceFirst("^/[^/]*", ""),
                query == null ? null : URLDecoder.decode(query, StandardCharsets.UTF_8), exchange.getRequestBody().readAllBytes());
        String said = response.getWriter() == null ? "" : response.getWriter().toString();
        byte[] body = (said.isEmpty() && response.getMessage() != null ? response.getMessage() : said).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", response.getContentType() == null ? "application/json" : response.getContentType());
        exchange.sendResponseHeaders(response.getCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private ServiceResponseDefault ask(HttpMethod method, Version version, String path, String query, byte[] body) {
        ServiceResponseDefault response = new ServiceResponseDefault();
        try (Service service = new Service(settings)) {
            String at = path.isEmpty() ? "/" : path;
            ServiceRequest request = new ServiceRequestBuilder(settings, version).withRequestType(service.getRequestType(method, version, at, "application/json")).withUrlPath(at)
                    .withUrlQuery(query).withContent(new ByteArrayInputStream(body)).withContentType("application/json").build();
            service.execute(request, response);
        }
        return response;
    }

    /** Keeps an entity with what is nested in it, as a sensor's maker would. */
    public void put(String path, String json) {
        ServiceResponseDefault response = ask(HttpMethod.POST, settings.getPluginManager().getVersion("v1.1"), path, null, json.getBytes(StandardCharsets.UTF_8));
        if (response.getCode() != 201) {
            throw new IllegalStateException(response.getCode() + " " + response.getMessage());
        }
    }

    public String url() {
        return "http://127.0.0.1:" + web.getAddress().getPort() + PATH;
    }

    /** Paths and queries that were asked for, decoded, in order. */
    public List<String> asked() {
        return asked.stream().map(a -> URLDecoder.decode(a, StandardCharsets.UTF_8)).toList();
    }

    @Override
    public void close() {
        web.stop(0);
        threads.shutdownNow();
    }
}
