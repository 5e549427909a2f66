package org.kvarter.session;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kvarter.model.FeatureKey;
import org.kvarter.text.Texts;

/**
 * Another selection, so that a click beside the mark costs nobody an hour of picking. The project does not keep it.
 */
public final class SelectFeatures implements Change {

    private static final Texts TEXTS = Texts.in(SelectFeatures.class);

    private final Session session;
    private final List<FeatureKey> before;
    private final List<FeatureKey> after;

    private SelectFeatures(Session session, Collection<FeatureKey> after) {
        this.session = session;
        this.before = List.copyOf(session.selection());
        this.after = List.copyOf(after);
    }

    /** Selects these features in place of those before; nothing happens where they are the same. */
    public static void only(Session session, Collection<FeatureKey> keys) {
        if (!session.selection().equals(Set.copyOf(keys))) {
            session.undo().perform(new SelectFeatures(session, keys));
        }
    }

    /** Adds a feature to the selection, or takes it out where it is in it. */
    public static void toggle(Session session, FeatureKey key) {
        Set<FeatureKey> keys = new LinkedHashSet<>(session.selection());
        if (!keys.remove(key)) {
            keys.add(key);
        }
        only(session, keys);
    }

    @Override
    public String title() {
        return TEXTS.get(after.isEmpty() ? "undo.deselect" : "undo.select");
    }

    @Override
    public void apply() {
        select(after);
    }

    @Override
    public void revert() {
        select(before);
    }

    /** Features whose layer has gone since then are passed over. */
    private void select(List<FeatureKey> keys) {
        session.selection().clear();
        session.selection().addAll(keys.stream().filter(k -> session.layer(k.layerId()).filter(l -> k.row() < l.features().size()).isPresent())
                .toList());
    }

    @Override
    public boolean isKept() {
        return false;
    }
}
