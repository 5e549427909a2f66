package org.kvarter.importing;

import java.util.Optional;

/** Recognises formats that are not read. */
public final class UnsupportedFormats {

    private UnsupportedFormats() {
    }

    /** The sentence for a source of a known format that is not read, empty for anything else. */
    public static Optional<String> recognise(SourceHead head) {
        return Optional.empty();
    }
}
