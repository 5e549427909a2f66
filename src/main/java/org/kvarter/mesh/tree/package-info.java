/** Trees as simple volumes: where each stands, how tall and wide it is, and rays that meet crowns. No JavaFX. */
package org.kvarter.mesh.tree;
