package org.kvarter.analysis.expression;

import java.util.List;
import java.util.Optional;
import org.kvarter.model.FeatureTable;
import org.kvarter.series.SeriesView;

/** What an expression can ask for. */
public interface Inputs {

    /** The features, one value each. */
    FeatureTable features();

    /** The series that are joined to these features. */
    List<Joined> series();

    /**
     * A series and whose values are whose.
     *
     * @param series         the values
     * @param placeOfFeature place of each feature, −1 where it has none; not copied
     */
    record Joined(SeriesView series, int[] placeOfFeature) {
    }

    /** The series of an id or title. */
    default Optional<Joined> series(String name) {
        return series().stream().filter(j -> j.series().id().equals(name)).findFirst()
                .or(() -> series().stream().filter(j -> j.series().titles().byLanguage().containsValue(name)).findFirst());
    }

    /** Features without series. */
    static Inputs of(FeatureTable features) {
        return of(features, List.of());
    }

    /** Features with their series. */
    static Inputs of(FeatureTable features, List<Joined> series) {
        return new Inputs() {
            @Override
            public FeatureTable features() {
                return features;
            }

            @Override
            public List<Joined> series() {
                return series;
            }
        };
    }
}
