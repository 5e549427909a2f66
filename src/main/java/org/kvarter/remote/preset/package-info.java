/**
 * Part of level 3. Ready services to choose from: small JSON files in {@code datasets/presets} of the program and in {@code presets} of a
 * person's settings, so that a service is added without code.
 */
package org.kvarter.remote.preset;
