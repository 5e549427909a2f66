package org.kvarter.analysis.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether sums that are told together tell of a group that is too small, whatever one adds and subtracts: query auditing by linear algebra (Chin and
 * Ozsoyoglu, Auditing and inference control in statistical databases, 1982). Features of which exactly the same sums are told cannot be told apart and are
 * one <em>cell</em>; the sums are rows of a matrix over cells. Large cells are eliminated first: what is left are the combinations that are about small
 * cells only, and among sums of those the too small ones are looked for. Reckoned in whole numbers modulo a prime, where nothing is rounded. Where there
 * are more combinations than can be tried, the answer is that they may tell. Stateless.
 */
final class Audit {

    /** 2³¹ − 1. */
    private static final long PRIME = 2_147_483_647L;
    private static final int MOST_TRIALS = 60_000;

    private Audit() {
    }

    /**
     * What tells of too few.
     *
     * @param sums   numbers of the told sums that are combined; empty where it is only not known that nothing tells
     * @param proven whether there is such a group; otherwise there were too many combinations
     */
    record Finding(BitSet sums, boolean proven) {
    }

    /**
     * Looks for a group that is too small.
     *
     * @param households of each feature; 0 for one that concerns nobody
     * @param known      features told singly
     * @param sums       the features of each told sum
     * @param least      households that may be told of
     */
    static Optional<Finding> find(int[] households, BitSet known, List<BitSet> sums, int least) {
        Map<BitSet, Long> cells = cells(households, known, sums);
        List<BitSet> columns = new ArrayList<>(cells.keySet());
        columns.sort((a, b) -> Boolean.compare(cells.get(a) < least, cells.get(b) < least)); // large ones first
        long[] weights = columns.stream().mapToLong(cells::get).toArray();
        int large = (int) Arrays.stream(weights).filter(w -> w >= least).count();
        if (large == weights.length) {
            return Optional.empty();
        }
        long[][] matrix = new long[sums.size()][weights.length + sums.size()];
        for (int r = 0; r < matrix.length; r++) {
            matrix[r][weights.length + r] = 1; // which sums a row is made of
        }
        for (int c = 0; c < weights.length; c++) {
            int column = c;
            columns.get(c).stream().forEach(r -> matrix[r][column] = 1);
        }
        int[] pivots = new int[matrix.length];
        int rank = eliminate(matrix, pivots, 0, 0, large, false);
        int first = rank;
        rank = eliminate(matrix, pivots, rank, large, weights.length, true);
        return new Search(matrix, pivots, first, rank, weights, large, least).run();
    }

    /** Households by the told sums that a feature is in. */
    private static Map<BitSet, Long> cells(int[] households, BitSet known, List<BitSet> sums) {
        Map<Integer, BitSet> sumsOf = new HashMap<>();
        for (int s = 0; s < sums.size(); s++) {
            int sum = s;
            sums.get(s).stream().filter(r -> !known.get(r) && households[r] > 0).forEach(r -> sumsOf.computeIfAbsent(r, x -> new BitSet()).set(sum));
        }
        Map<BitSet, Long> cells = new LinkedHashMap<>();
        sumsOf.forEach((row, of) -> cells.merge(of, (long) households[row], Long::sum));
        return cells;
    }

    /** Gauss' elimination over some columns, below the pivots or, where {@code whole}, above them too. @return rows that have a pivot */
    private static int eliminate(long[][] matrix, int[] pivots, int from, int firstColumn, int endColumn, boolean whole) {
        int rank = from;
        for (int c = firstColumn; c < endColumn && rank < matrix.length; c++) {
            int pivot = rank;
            while (pivot < matrix.length && matrix[pivot][c] == 0) {
                pivot++;
            }
            if (pivot < matrix.length) {
                long[] row = matrix[pivot];
                matrix[pivot] = matrix[rank];
                matrix[rank] = row;
                long inverse = power(row[c], PRIME - 2);
                for (int k = c; k < row.length; k++) {
                    row[k] = row[k] * inverse % PRIME;
                }
                for (int r = whole ? from : rank + 1; r < matrix.length; r++) {
                    if (r != rank && matrix[r][c] != 0) {
                        subtract(matrix[r], row, matrix[r][c], c);
                    }
                }
                pivots[rank++] = c;
            }
        }
        return rank;
    }

    private static void subtract(long[] from, long[] row, long times, int firstColumn) {
        for (int k = firstColumn; k < from.length; k++) {
            if (row[k] != 0) {
                from[k] = Math.floorMod(from[k] - times * row[k] % PRIME, PRIME);
            }
        }
    }

    private static long power(long base, long exponent) {
        long result = 1;
        long square = base % PRIME;
        for (long e = exponent; e > 0; e >>= 1) {
            result = (e & 1) == 1 ? result * square % PRIME : result;
            square = square * square % PRIME;
        }
        return result;
    }

    /**
     * Looks for a sum of small cells among combinations of reduced rows. Of such a group each cell that is a pivot brings in its row once, so that rows
     * whose pivots have together too many households need not be tried.
     */
    private static final class Search {
        private final long[][] rows;
        private final long[] pivotWeights;
        private final long[] weights;
        private final int large;
        private final int least;
        private int trials;

        Search(long[][] matrix, int[] pivots, int first, int end, long[] weights, int large, int least) {
            rows = Arrays.copyOfRange(matrix, first, end);
            pivotWeights = Arrays.stream(pivots, first, end).mapToLong(p -> weights[p]).toArray();
            this.weights = weights;
            this.large = large;
            this.least = least;
        }

        Optional<Finding> run() {
            for (long[] row : rows) {
                if (households(row, false) < least) {
                    return Optional.of(finding(row));
                }
            }
            for (int r = 0; r < rows.length; r++) {
                Optional<Finding> found = with(r, rows[r].clone(), pivotWeights[r]);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        private Optional<Finding> with(int last, long[] sum, long pivots) {
            if (++trials > MOST_TRIALS) {
                return Optional.of(new Finding(finding(sum).sums(), false));
            }
            if (households(sum, true) < least) {
                return Optional.of(finding(sum));
            }
            for (int r = last + 1; r < rows.length; r++) {
                if (pivots + pivotWeights[r] < least) {
                    long[] more = sum.clone();
                    subtract(more, rows[r], PRIME - 1, large);
                    Optional<Finding> found = with(r, more, pivots + pivotWeights[r]);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        }

        /** Of the cells that a row is about; of one that is no plain sum, where only those are asked for, as many as are enough. */
        private long households(long[] row, boolean plain) {
            long count = 0;
            for (int c = large; c < weights.length; c++) {
                if (row[c] != 0) {
                    if (plain && row[c] != 1) {
                        return least;
                    }
                    count += weights[c];
                }
            }
            return count;
        }

        private Finding finding(long[] row) {
            BitSet sums = new BitSet();
            for (int s = weights.length; s < row.length; s++) {
                sums.set(s - weights.length, row[s] != 0);
            }
            return new Finding(sums, true);
        }
    }
}
