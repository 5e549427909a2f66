package org.kvarter.analysis.privacy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.model.AttributeColumn;

/** What was found out about expressions, so that guards that follow each other do not try them anew. It keeps the last few. Thread-safe. */
public final class Trials {

    private static final int MOST = 100;

    /** Equal for the same expression over the same columns, not over equal ones. */
    private record Key(DerivedColumn column, List<String> from, List<Column> columns) {
    }

    /** A column by its identity. */
    private record Column(AttributeColumn of) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Column c && c.of == of;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(of);
        }
    }

    private final Map<Key, Use> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Use> eldest) {
            return size() > MOST;
        }
    };

    /** What is known, or else what a trial says. @param columns that the expression asks for */
    synchronized Use of(DerivedColumn column, List<String> from, List<AttributeColumn> columns, Supplier<Use> trial) {
        Key key = new Key(column, from, columns.stream().map(Column::new).toList());
        Use use = known.get(key);
        if (use == null) {
            use = trial.get();
            known.put(key, use);
        }
        return use;
    }
}
