/** Kvarter, a desktop digital twin of a city district. Packages and their arrows: {@code src/main/docs/ARCHITECTURE.md}. */
package org.kvarter;
