package org.kvarter.importing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kvarter.text.Texts;

/**
 * Recognises formats that are not read, by head and name alone, so that a person learns what the file is and how to bring its
 * content in all the same. To be asked when no importer wants a source.
 */
public final class UnsupportedFormats {

    /**
     * One family of formats.
     *
     * @param key  of the way out in the bundle ({@code wayOut.key})
     * @param name what a source is, with its version; {@code null} where it is something else
     */
    private record Format(String key, Function<HeadFacts, String> name) {
    }

    private static final List<Format> FORMATS = List.of(
            new Format("sidecar", HeadFacts::shapefileSidecar),
            new Format("ifc", HeadFacts::ifc),
            new Format("citygml", HeadFacts::cityGml),
            new Format("gltf", HeadFacts::gltf),
            new Format("tiles3d", HeadFacts::tiles3d),
            new Format("mesh", HeadFacts::mesh),
            new Format("cad", HeadFacts::cad),
            new Format("points", HeadFacts::pointCloud),
            new Format("vector", HeadFacts::vector),
            new Format("transit", HeadFacts::transit),
            new Format("traffic", HeadFacts::traffic),
            new Format("weather", HeadFacts::weather),
            new Format("meter", HeadFacts::meterData),
            new Format("service", HeadFacts::serviceDescription),
            new Format("table", HeadFacts::table),
            new Format("document", HeadFacts::document),
            new Format("image", HeadFacts::image),
            new Format("raster", HeadFacts::raster),
            new Format("archive", HeadFacts::archive),
            new Format("json", HeadFacts::otherJson),
            new Format("xml", HeadFacts::otherXml));

    private UnsupportedFormats() {
    }

    /**
     * The sentence for a source of a known format that is not read: what it is, what is opened instead, and the way out.
     *
     * @return empty where the format is not known at all
     */
    public static Optional<String> recognise(SourceHead head) {
        Texts texts = Texts.in(UnsupportedFormats.class);
        String file = String.valueOf(head.file().getFileName());
        HeadFacts facts = HeadFacts.of(head);
        if (facts.isFolder()) {
            return Optional.of(texts.get("unsupported.folder", file));
        }
        if (facts.isEmpty()) {
            return Optional.of(texts.get("unsupported.empty", file));
        }
        for (Format format : FORMATS) {
            String name = format.name().apply(facts);
            if (name != null) {
                return Optional.of(texts.get("unsupported", file, name, texts.get("opens"), texts.get("wayOut." + format.key())));
            }
        }
        return Optional.empty();
    }
}
