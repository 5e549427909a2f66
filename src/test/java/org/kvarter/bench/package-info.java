/** Generated cities and measurements of speed and memory; nothing here is a test. */
package org.kvarter.bench;
