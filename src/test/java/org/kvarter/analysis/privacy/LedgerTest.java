package org.kvarter.analysis.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private static final String[] IDS = IntStream.range(0, 20).mapToObj(i -> "h" + i).toArray(String[]::new);

    private static BitSet rows(int from, int to) {
        BitSet rows = new BitSet();
        rows.set(from, to);
        return rows;
    }

    private static boolean admit(Ledger ledger, String data, String[] ids, BitSet wanted) {
        int[] households = new int[ids.length];
        Arrays.fill(households, 1);
        return ledger.admit(new Ledger.Asking(Set.of(data), Set.of(data), ids), households, new BitSet(), List.of(), wanted, 5);
    }

    @Test
    void differencesOfFewAreKeptAcrossSessions() {
        Ledger first = new Ledger();
        assertThat(admit(first, "h/heat", IDS, rows(0, 10))).isTrue();
        Ledger later = new Ledger();
        later.remember(first.kept(List.<String[]>of(IDS)));
        assertThat(admit(later, "h/heat", IDS, rows(0, 12))).as("two more would follow").isFalse();
        assertThat(admit(later, "h/heat", IDS, rows(0, 15))).as("five more").isTrue();
        assertThat(admit(later, "h/area", IDS, rows(0, 12))).as("of something else").isTrue();
    }

    @Test
    void onlyWhatIsOfTheFeaturesThatAreThereIsKept() {
        Ledger ledger = new Ledger();
        admit(ledger, "h/heat", IDS, rows(0, 10));
        String[] others = Arrays.copyOf(IDS, 19);
        admit(ledger, "h/heat", others, rows(0, 9));
        assertThat(ledger.kept(List.<String[]>of(others))).hasSize(1).first().extracting(ToldSums::count).isEqualTo(19);
        assertThat(ledger.kept(List.of())).isEmpty();
    }

    @Property(tries = 200)
    void groupsAreTheSameWhenTheyAreReadAgain(@ForAll @Size(max = 40) List<@Size(max = 30) List<@IntRange(max = 499) Integer>> groups) {
        List<BitSet> sets = new ArrayList<>(groups.stream().map(g -> {
            BitSet set = new BitSet();
            g.forEach(set::set);
            return set;
        }).toList());
        assertThat(GroupText.read(GroupText.of(sets, 500), 500, 300)).isEqualTo(sets);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base 64!", "AAAA", "eJzLSM3JyQcABiwCFQ=="})
    void whatIsNoTextOfGroupsIsLeftOut(String text) {
        Ledger ledger = new Ledger();
        ledger.remember(List.of(new ToldSums("h/heat", GroupText.digest(IDS), 20_000, text), new ToldSums("h", "x", -1, text), new ToldSums("h", "x", Integer.MAX_VALUE, text)));
        assertThat(ledger.kept(List.<String[]>of(IDS))).isEmpty();
    }

    /** A text may say that it is longer than it may be: no more is read than is kept. */
    @Test
    void isBounded() {
        List<BitSet> many = IntStream.range(0, 1000).mapToObj(i -> rows(i, i + 100)).toList();
        assertThat(GroupText.read(GroupText.of(many, 2000), 2000, Ledger.MOST)).hasSize(Ledger.MOST);
        Ledger ledger = new Ledger();
        ledger.remember(List.of(new ToldSums("h/heat", GroupText.digest(IDS), 20, GroupText.of(IntStream.range(1, 600).mapToObj(i -> BitSet.valueOf(new long[] {i})).toList(), 20))));
        assertThat(admit(ledger, "h/heat", IDS, rows(10, 20))).as("it is full").isFalse();
    }
}
