package org.kvarter.scenario;

/**
 * A key figure's answer.
 *
 * @param kpi     what was asked
 * @param value   the answer in the key figure's unit; NaN where there is none
 * @param problem why there is none, one sentence; empty where there is nothing to say
 */
public record KpiValue(Kpi kpi, double value, String problem) {
}
