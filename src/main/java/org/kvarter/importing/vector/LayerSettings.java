package org.kvarter.importing.vector;

import java.util.Optional;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.model.LayerKind;

/**
 * A person's choices for one layer: {@code NAME.LAYER} where it is set, else {@code NAME}.
 *
 * @param layer   name of the layer
 * @param options all choices
 */
record LayerSettings(String layer, ReadOptions options) {

    /** An attribute name that means: none. */
    private static final String NONE = "none";

    Optional<String> text(String name) {
        return options.setting(name + "." + layer).or(() -> options.setting(name)).map(String::trim).filter(s -> !s.isEmpty());
    }

    /** What the layer is to be taken for. */
    Optional<LayerKind> kind() throws ImportException {
        Optional<String> name = text("kind");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LayerKind.valueOf(name.get().toUpperCase(java.util.Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            throw new ImportException(VectorTexts.get("setting.kind", name.get(), layer));
        }
    }

    /** Metres or a factor above zero. */
    Optional<Double> number(String name) throws ImportException {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(value.get().replace(',', '.'));
            if (number > 0 && number <= HeightProposal.MAX_HEIGHT) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            throw new ImportException(VectorTexts.get("setting.number", name, value.get(), layer), e);
        }
        throw new ImportException(VectorTexts.get("setting.number", name, value.get(), layer));
    }

    /** An attribute's name, which may be {@link #NONE}. */
    Optional<String> attribute(String name) {
        return text(name);
    }

    static boolean isNone(String attribute) {
        return attribute.equalsIgnoreCase(NONE);
    }
}
