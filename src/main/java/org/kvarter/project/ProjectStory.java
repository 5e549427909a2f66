package org.kvarter.project;

import java.util.List;
import java.util.Map;
import org.kvarter.text.LocalText;

/**
 * The story of a project as kept in its file.
 *
 * @param steps    in the order of telling
 * @param pictures small pictures by step id, JPEG in Base64; may lack any
 * @param words    names of the project's things in other languages, by the name there is
 * @param problems sentences about what of the file was not understood and left out; not kept
 */
public record ProjectStory(List<ProjectStep> steps, Map<String, String> pictures, Map<String, LocalText> words, List<String> problems) {

    /** No story. */
    public static final ProjectStory EMPTY = new ProjectStory(List.of(), Map.of(), Map.of(), List.of());

    public ProjectStory {
        steps = List.copyOf(steps);
        pictures = Map.copyOf(pictures);
        words = Map.copyOf(words);
        problems = List.copyOf(problems);
    }
}
