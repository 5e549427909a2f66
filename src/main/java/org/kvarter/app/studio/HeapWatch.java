package org.kvarter.app.studio;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The largest heap in use since it began: the sum of the pools' peaks, an upper bound. */
final class HeapWatch {

    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(p -> p.getType() == MemoryType.HEAP).toList();

    private HeapWatch() {
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    static HeapWatch start() {
        return new HeapWatch();
    }

    long peak() {
        return pools.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum();
    }
}
