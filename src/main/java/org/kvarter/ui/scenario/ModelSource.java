package org.kvarter.ui.scenario;

import java.util.List;
import java.util.function.Consumer;
import org.kvarter.model.Layer;

/** Lets a person pick files and reads them as layers. */
@FunctionalInterface
public interface ModelSource {

    /** Asks for files. @param then gets the layers read of them, on the JavaFX thread; not called where none came */
    void pick(Consumer<List<Layer>> then);
}
