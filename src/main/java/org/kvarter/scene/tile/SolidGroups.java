package org.kvarter.scene.tile;

import javafx.scene.Group;

/**
 * Where views of solids go in the scene graph: translucent ones after all opaque ones.
 *
 * @param opaque      drawn first
 * @param translucent drawn last
 */
public record SolidGroups(Group opaque, Group translucent) {
}
