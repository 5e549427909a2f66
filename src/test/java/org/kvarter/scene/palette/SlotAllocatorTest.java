package org.kvarter.scene.palette;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlotAllocatorTest {

    @Test
    void slotsFollowEachOtherAndOpenANewPageWhenFull() {
        SlotAllocator slots = new SlotAllocator(10);
        assertThat(slots.allocate(6)).isEqualTo(new PaletteSlot(0, 0, 6));
        assertThat(slots.allocate(5)).isEqualTo(new PaletteSlot(1, 0, 5));
        assertThat(slots.allocate(4)).isEqualTo(new PaletteSlot(0, 6, 4));
    }

    @Test
    void whatIsGivenBackJoinsItsNeighbours() {
        SlotAllocator slots = new SlotAllocator(10);
        PaletteSlot a = slots.allocate(3);
        PaletteSlot b = slots.allocate(3);
        PaletteSlot c = slots.allocate(4);
        slots.release(a);
        slots.release(c);
        slots.release(b);
        assertThat(slots.allocate(10)).isEqualTo(new PaletteSlot(0, 0, 10));
    }

    @Test
    void livingSlotsNeverOverlap() {
        SlotAllocator slots = new SlotAllocator(100);
        List<PaletteSlot> living = new ArrayList<>();
        Random random = new Random(7);
        for (int k = 0; k < 400; k++) {
            if (living.size() > 5 && random.nextBoolean()) {
                slots.release(living.remove(random.nextInt(living.size())));
            } else {
                living.add(slots.allocate(1 + random.nextInt(40)));
            }
            Set<Integer> texels = new HashSet<>();
            for (PaletteSlot slot : living) {
                for (int t = slot.first(); t < slot.first() + slot.count(); t++) {
                    assertThat(t).isLessThan(100);
                    assertThat(texels.add(slot.page() * 100 + t)).isTrue();
                }
            }
        }
    }

    @Test
    void aTileBiggerThanAPageIsRefused() {
        assertThatThrownBy(() -> new SlotAllocator(10).allocate(11)).isInstanceOf(IllegalArgumentException.class);
    }
}
