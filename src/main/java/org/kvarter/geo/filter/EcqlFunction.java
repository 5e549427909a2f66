package org.kvarter.geo.filter;

import java.util.Optional;
import org.geotools.api.filter.expression.Expression;
import org.geotools.api.filter.expression.Function;
import org.geotools.factory.CommonFactoryFinder;

/** A function of ECQL by name, such as {@code strToUpperCase} or {@code strSubstring}, called on values. Immutable and thread-safe. */
public final class EcqlFunction {

    private final String name;

    private EcqlFunction(String name) {
        this.name = name;
    }

    /** The function of a name, whatever its case, for so many arguments; empty where there is none. */
    public static Optional<EcqlFunction> of(String name, int arguments) {
        try {
            Expression[] nothing = new Expression[arguments];
            java.util.Arrays.fill(nothing, CommonFactoryFinder.getFilterFactory().literal(0));
            Function found = CommonFactoryFinder.getFilterFactory().function(name, nothing);
            boolean takes = found != null && (found.getFunctionName() == null || found.getFunctionName().getArgumentCount() < 0
                    || found.getFunctionName().getArgumentCount() == arguments);
            return takes ? Optional.of(new EcqlFunction(name)) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty(); // how GeoTools says that it has none of that name
        }
    }

    /** Its value for arguments; {@code null} where it has none, or they are not what it takes. */
    public Object apply(Object... arguments) {
        Expression[] values = new Expression[arguments.length];
        for (int i = 0; i < values.length; i++) {
            if (arguments[i] == null) {
                return null;
            }
            values[i] = CommonFactoryFinder.getFilterFactory().literal(arguments[i]);
        }
        try {
            return CommonFactoryFinder.getFilterFactory().function(name, values).evaluate(null);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
