package org.kvarter.analysis.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;

/** Which sums over features may be told beside single values, sums over areas, and what was told before. Thread-safe. */
final class Telling {

    private final Holdings holdings;
    private final Withheld withheld;
    private final AreaPlanning areas;
    private final Ledger ledger;

    Telling(Holdings holdings, Withheld withheld, AreaPlanning areas, Ledger ledger) {
        this.holdings = holdings;
        this.withheld = withheld;
        this.areas = areas;
        this.ledger = ledger;
    }

    /**
     * Whether a sum or mean may be told.
     *
     * @param data  a personal attribute or series
     * @param rows  features that are summed up
     * @param ofOne whether the result is the value of one of them
     */
    boolean isTold(String data, Layer layer, BitSet rows, boolean ofOne) {
        Layer own = holdings.district().layer(layer.id()).orElse(layer);
        FeatureTable features = own.features();
        BitSet present = present(data, own);
        BitSet told = (BitSet) present.clone();
        told.andNot(withheld.rowsOf(data, own));
        int[] of = holdings.households(own.id());
        BitSet all = Households.wholes(features, present);
        all.stream().filter(r -> of[r] == 0).forEach(all::clear);
        BitSet asked = Households.wholes(features, rows);
        asked.and(all);
        BitSet single = Households.wholes(features, told);
        boolean ofOthers = !without(asked, single).isEmpty();
        if (asked.isEmpty() || holdings.isSummary(data) || withheld.use(data) instanceof Use.Selective) {
            return !ofOthers;
        }
        if (ofOne) {
            return !ofOthers;
        }
        if (isSmall(asked, of) || isSmall(without(asked, single), of) || isSmall(without(all, asked), of) || isSmall(without(without(all, asked), single), of)) {
            return false;
        }
        Ledger.Asking asking = new Ledger.Asking(withheld.bases(data), withheld.kinBases(data), features.ids());
        List<BitSet> others = new ArrayList<>();
        areas.told(own.id(), data).stream().map(o -> both(o, all)).filter(Predicate.not(BitSet::isEmpty)).forEach(others::add);
        others.add(all);
        if (withheld.use(data) instanceof Use.Weighted weighted) {
            List<BitSet> before = new ArrayList<>(others);
            before.addAll(ledger.told(asking));
            if (Weighting.isTelling(weighted.weights(), asked, single, of, before, holdings.least())) {
                return false;
            }
        }
        return ledger.admit(asking, of, single, others, asked, holdings.least());
    }

    private BitSet present(String data, Layer layer) {
        if (data.startsWith(layer.id() + "/")) {
            return layer.features().attributes().column(data.substring(layer.id().length() + 1)).map(c -> Holdings.present(layer.features(), c)).orElseGet(BitSet::new);
        }
        if (data.equals(layer.id()) && !holdings.series().containsKey(data)) { // what moves
            BitSet all = new BitSet();
            all.set(0, layer.features().size());
            return all;
        }
        return holdings.series().containsKey(data) ? Holdings.present(holdings.placesOf(data, layer)) : new BitSet();
    }

    private boolean isSmall(BitSet rows, int[] of) {
        return !rows.isEmpty() && rows.stream().mapToLong(r -> of[r]).sum() < holdings.least();
    }

    private static BitSet both(BitSet rows, BitSet others) {
        BitSet both = (BitSet) rows.clone();
        both.and(others);
        return both;
    }

    private static BitSet without(BitSet rows, BitSet others) {
        BitSet rest = (BitSet) rows.clone();
        rest.andNot(others);
        return rest;
    }
}
