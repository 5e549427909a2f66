package org.kvarter.analysis.expression;

import java.util.ArrayList;
import java.util.List;

/** What can be written in an expression, for whoever proposes it while a person types. */
public final class Words {

    private Words() {
    }

    /** Functions with an opening bracket. */
    public static List<String> functions() {
        List<String> all = new ArrayList<>();
        Functions.NAMES.forEach(n -> all.add(n + "("));
        SeriesFunctions.NAMES.forEach(n -> all.add(n + "(\""));
        return all;
    }

    /** A name as it is written: in quotation marks where it has signs that mean something else. */
    public static String name(String name) {
        return name.matches("\\p{L}[\\p{L}\\p{N}_:]*") ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
