package org.kvarter.project;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.kvarter.model.StoreyView;

/**
 * Which storeys of a building model are shown, as kept in a project's file.
 *
 * @param hidden      names of storeys that are not shown
 * @param hiddenTypes types of elements that are not shown
 * @param gap         metres between storeys that are pulled apart
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record KeptStoreys(List<String> hidden, List<String> hiddenTypes, double gap) {

    public KeptStoreys {
        hidden = List.copyOf(Objects.requireNonNullElse(hidden, List.of()));
        hiddenTypes = List.copyOf(Objects.requireNonNullElse(hiddenTypes, List.of()));
    }

    /** What is to be kept of a view; {@code null} of all of a building. */
    public static KeptStoreys of(StoreyView view) {
        return view.isAll() ? null : new KeptStoreys(view.hiddenStoreys().stream().sorted().toList(), view.hiddenTypes().stream().sorted().toList(), view.gapMetres());
    }

    /** The view it asks for; a gap that cannot be is taken to the nearest that can. */
    public StoreyView view() {
        return new StoreyView(Set.copyOf(hidden), Set.copyOf(hiddenTypes), gap > 0 ? Math.min(gap, StoreyView.WIDEST_METRES) : 0);
    }
}
