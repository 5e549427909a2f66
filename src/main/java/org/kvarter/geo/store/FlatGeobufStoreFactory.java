package org.kvarter.geo.store;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.kvarter.model.Diagnostic;

/** Opens FlatGeobuf files, under the parameter {@code url}. */
public final class FlatGeobufStoreFactory extends StoreFactory {

    private static final Param URL_PARAM = new Param("url", URL.class, "FlatGeobuf file", true);

    public FlatGeobufStoreFactory() {
        super("FlatGeobuf", "FlatGeobuf features, read only");
    }

    @Override
    Path file(Map<String, ?> parameters) {
        return local(parameters.get(URL_PARAM.key));
    }

    @Override
    boolean recognises(String lowerCaseName, byte[] head) {
        return looksLike(head);
    }

    /** Whether the head of a file is that of FlatGeobuf of any version. */
    public static boolean looksLike(byte[] head) {
        return head.length >= 8 && head[0] == 'f' && head[1] == 'g' && head[2] == 'b' && head[4] == 'f' && head[5] == 'g' && head[6] == 'b';
    }

    @Override
    VectorStore open(Path file, Map<String, ?> parameters, Consumer<Diagnostic> notes) throws IOException {
        return new FlatGeobufStore(file, notes, check(parameters));
    }

    @Override
    public Param[] getParametersInfo() {
        return new Param[] {URL_PARAM, NOTES, SCHEMA_CRS, CHECK};
    }
}
