package org.kvarter.ui.search;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kvarter.session.Session;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;

/** What is searched for and what was found. The index follows the district off the window's thread. */
public final class SearchModel {

    private static final int LIMIT = 40;

    private final StringProperty text = new SimpleStringProperty(this, "text", "");
    private final ObservableList<SearchIndex.Hit> hits = FXCollections.observableArrayList();
    private final LatestWins<SearchIndex> indexing;
    private SearchIndex index = SearchIndex.EMPTY;

    public SearchModel(Session session, Tasks tasks) {
        indexing = new LatestWins<>(tasks.work(), tasks.fx());
        text.addListener((o, was, is) -> find());
        session.districtProperty().subscribe(district -> indexing.request(() -> SearchIndex.of(district), made -> {
            index = made;
            find();
        }));
    }

    public StringProperty textProperty() {
        return text;
    }

    /** The features found, best first. */
    public ObservableList<SearchIndex.Hit> hits() {
        return hits;
    }

    private void find() {
        hits.setAll(index.find(text.get(), LIMIT));
    }
}
