package org.kvarter.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.place.Adjustment;
import org.kvarter.geo.place.PlaceCandidate;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.importing.pipeline.PlaceQuestion;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** Answers questions about places where no person is asked: only what is clear, and never without saying so. One use. */
final class ClearPlaces {

    private static final Texts TEXTS = Texts.in(ClearPlaces.class);

    private final ImportPipeline pipeline;
    private final List<ImportRequest> requests;
    private final List<Diagnostic> told = new ArrayList<>();

    ClearPlaces(ImportPipeline pipeline, List<ImportRequest> requests) {
        this.pipeline = pipeline;
        this.requests = new ArrayList<>(requests);
    }

    /** The requests with the places that were taken. */
    List<ImportRequest> requests() {
        return requests;
    }

    /** What was done without being asked for. */
    List<Diagnostic> told() {
        return told;
    }

    /** The result with every source in it whose place is clear beside the others. */
    ImportResult settle(ImportResult first) {
        ImportResult all = first.withoutQuestions();
        for (PlaceQuestion asked : first.questions()) {
            // once more, beside what has come in since
            PlaceQuestion question = pipeline.examine(asked, all.district());
            Optional<PlaceCandidate> clear = question.clear();
            if (clear.isEmpty()) {
                all = all.and(first.only(question));
            } else {
                ImportRequest answered = question.answer(clear.get());
                all = all.and(pipeline.run(List.of(answered), all.district(), ImportListener.NONE, Progress.NONE));
                requests.replaceAll(r -> r.file().equals(answered.file()) ? answered : r);
                told.add(new Diagnostic(Severity.WARNING, asked.file().getFileName().toString(), "",
                        TEXTS.get("import.placed", asked.file().getFileName(), clear.get().title(), clear.get().reason())));
            }
        }
        return all;
    }

    /** A candidate as it would be asked for and why: {@code --crs EPSG:25832 --set "repair=swap": …}. */
    static String spelled(PlaceCandidate candidate) {
        List<String> words = new ArrayList<>();
        if (!candidate.followsStatement()) {
            words.add("--crs " + candidate.system().map(s -> s.code().isEmpty() ? s.name() : s.code()).orElse(ImportRequest.LOCAL));
        }
        candidate.statement().ifPresent(statement -> statement.settings().forEach((k, v) -> words.add("--set " + k + "=" + v)));
        if (!candidate.adjustment().isNone()) {
            words.add("--set \"" + Adjustment.SETTING + "=" + candidate.adjustment().text() + "\"");
        }
        return String.join(" ", words) + ": " + candidate.reason();
    }

    private static Map<String, JsonNode> settings(PlaceCandidate candidate) {
        Map<String, JsonNode> all = new TreeMap<>();
        candidate.statement().ifPresent(statement -> statement.settings().forEach((k, v) -> all.put(k, TextNode.valueOf(v))));
        return all;
    }

    /** What is still asked, with its candidates. */
    static ArrayNode json(List<PlaceQuestion> questions) {
        ArrayNode all = Json.object().putArray("questions");
        for (PlaceQuestion question : questions) {
            ObjectNode node = all.addObject().put("file", question.file().toString()).put("stated", question.stated().orElse(null));
            ArrayNode candidates = node.putArray("candidates");
            for (PlaceCandidate c : question.candidates()) {
                candidates.addObject().put("crs", c.system().map(CoordinateSystem::definition).orElse(ImportRequest.LOCAL))
                        .put(Adjustment.SETTING, c.adjustment().text()).put("score", Math.round(c.score() * 100) / 100.0)
                        .put("reason", c.reason()).set("settings", Json.object().setAll(settings(c)));
            }
        }
        return all;
    }
}
