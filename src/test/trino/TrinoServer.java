import io.trino.plugin.memory.MemoryPlugin;
import io.trino.plugin.tpch.TpchPlugin;
import io.trino.server.testing.TestingTrinoServer;
import java.util.Map;

/** A Trino server of one node with the catalogues {@code tpch} and {@code memory}, until it is stopped; see {@code installer/trino}. */
public final class TrinoServer {

    private TrinoServer() {
    }

    /** @param arguments the port */
    public static void main(String[] arguments) throws Exception {
        TestingTrinoServer server = TestingTrinoServer.builder().setProperties(Map.of("http-server.http.port", arguments[0])).build();
        server.installPlugin(new TpchPlugin());
        server.createCatalog("tpch", "tpch");
        server.installPlugin(new MemoryPlugin());
        server.createCatalog("memory", "memory");
        Thread.currentThread().join();
    }
}
