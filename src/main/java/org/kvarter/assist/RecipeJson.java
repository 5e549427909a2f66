package org.kvarter.assist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.kvarter.text.Texts;

/** Recipes as JSON. Stateless and thread-safe. */
public final class RecipeJson {

    private static final long MOST_BYTES = 64L << 20;
    private static final int HEAD = 4_096;
    private static final Pattern BEGINNING = Pattern.compile("\\s*\\{\\s*\"version\"\\s*:\\s*\\d+");
    private static final Texts TEXTS = Texts.in(RecipeJson.class);
    private static final ObjectMapper MAPPER = mapper();

    private RecipeJson() {
    }

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(SerializationFeature.INDENT_OUTPUT).defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)).build();
        mapper.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build());
        return mapper;
    }

    /** Whether a file begins as a recipe does; nothing of it is understood yet. */
    public static boolean isRecipe(Path file) {
        if (!file.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".json")) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
            return BEGINNING.matcher(head).lookingAt() && head.contains("\"path\"");
        } catch (IOException e) {
            return false;
        }
    }

    /** The recipe as JSON text, UTF-8. */
    public static byte[] write(ImportRecipe recipe) {
        try {
            return MAPPER.writeValueAsBytes(recipe);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a recipe.
     *
     * @param name of the file, for sentences
     * @throws AssistException where it is none, damaged, or newer than this program
     */
    public static ImportRecipe read(byte[] json, String name) throws AssistException {
        try {
            JsonNode tree = MAPPER.readTree(json);
            if (tree == null || !tree.isObject() || !tree.hasNonNull("path") || !tree.hasNonNull("version")) {
                throw new AssistException(TEXTS.get("recipe.none", name));
            }
            if (tree.get("version").asInt() > ImportRecipe.VERSION) {
                throw new AssistException(TEXTS.get("recipe.newer", name));
            }
            return MAPPER.treeToValue(tree, ImportRecipe.class);
        } catch (IOException | IllegalArgumentException e) {
            throw new AssistException(TEXTS.get("recipe.damaged", name, firstLine(e)), e);
        }
    }

    /** Reads a recipe's file; its path becomes absolute, from the recipe's folder. */
    public static ImportRecipe read(Path file) throws AssistException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new AssistException(TEXTS.get("recipe.none", file.getFileName()));
            }
            return resolved(read(Files.readAllBytes(file), String.valueOf(file.getFileName())), file.toAbsolutePath().getParent());
        } catch (NoSuchFileException e) {
            throw new AssistException(TEXTS.get("recipe.missing", file), e);
        } catch (IOException e) {
            throw new AssistException(TEXTS.get("recipe.damaged", file.getFileName(), firstLine(e)), e);
        }
    }

    /** A recipe whose files are named from a folder. */
    public static ImportRecipe resolved(ImportRecipe recipe, Path folder) {
        return recipe.withFiles(file -> folder.resolve(file).normalize().toString());
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
