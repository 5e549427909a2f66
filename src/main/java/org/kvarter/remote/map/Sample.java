package org.kvarter.remote.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedRows;

/** A page that was fetched to be looked at: what can be taken of it, and what taking it would give. Immutable; thread-safe. */
public final class Sample {

    private final JsonNode page;
    private final List<Proposal> proposals;

    public Sample(JsonNode page) {
        this.page = page;
        this.proposals = FeedProposer.look(page);
    }

    /** What seems worth taking, the most promising first. */
    public List<Proposal> proposals() {
        return proposals;
    }

    /**
     * A record and what it gives.
     *
     * @param record its number in the page, from 0
     * @param row    what was taken; empty where the record is left out
     * @param issues sentences about it
     */
    public record Line(int record, Optional<FeedRow> row, List<String> issues) {
        public Line {
            issues = List.copyOf(issues);
        }
    }

    /** All rows of the page by a mapping. */
    public FeedRows rows(FeedMapping mapping, Instant received, String onlyPlace) throws FeedException {
        FeedMapper mapper = new FeedMapper(mapping, received, onlyPlace);
        mapper.read(page);
        return mapper.result();
    }

    /** The first {@code most} records one by one. */
    public List<Line> lines(FeedMapping mapping, Instant received, String onlyPlace, int most) throws FeedException {
        FeedMapper mapper = new FeedMapper(mapping, received, onlyPlace);
        List<Line> lines = new ArrayList<>();
        List<Records.Entry> records = Records.of(page, mapping);
        mapper.of(page);
        for (int i = 0; i < Math.min(most, records.size()); i++) {
            int rows = mapper.rows().size();
            int issues = mapper.issues().size();
            mapper.take(records.get(i));
            lines.add(new Line(i, mapper.rows().size() > rows ? Optional.of(mapper.rows().get(rows)) : Optional.empty(),
                    mapper.issues().subList(issues, mapper.issues().size()).stream().map(x -> x.message()).toList()));
        }
        return lines;
    }
}
