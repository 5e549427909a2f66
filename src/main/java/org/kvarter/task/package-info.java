/**
 * Level 0. Executors, progress, cancellation and latest-wins: the only place where threads are born.
 *
 * <p>Knows nobody but SLF4J. The JavaFX thread is known here only as an injected {@link java.util.concurrent.Executor}, so that
 * tests run everything inline.
 */
package org.kvarter.task;
