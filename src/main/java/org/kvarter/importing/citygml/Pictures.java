package org.kvarter.importing.citygml;

import java.util.Optional;
import org.kvarter.importing.textures.TextureFiles;
import org.kvarter.model.Texture;

/** Finds the pictures of rings: first what a member says itself, then what the document says beside its members. */
final class Pictures {

    private final TextureFiles files;
    private final Looks all;

    /** @param all what the document says beside its members */
    Pictures(TextureFiles files, Looks all) {
        this.files = files;
        this.all = all;
    }

    /** Whether any ring of a member may have one. */
    boolean isAny(Looks own) {
        return !own.pictures.isEmpty() || !all.pictures.isEmpty();
    }

    /** What lies on a ring; {@code null} for nothing. */
    RingPicture of(Looks own, String ring) {
        RingPicture picture = ring == null ? null : own.pictures.get(ring);
        return picture == null && ring != null ? all.pictures.get(ring) : picture;
    }

    /** The file of a picture. */
    Optional<Texture> file(RingPicture picture) {
        return files.find(picture.image());
    }

    /** Tells of files that are missing. */
    void finish() {
        files.finish();
    }
}
