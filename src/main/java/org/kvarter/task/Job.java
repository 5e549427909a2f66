package org.kvarter.task;

import java.util.concurrent.CompletableFuture;

/**
 * A piece of work under way: cancel it, or follow its outcome.
 *
 * @param <T>    what it yields
 * @param result completes on the executor that did the work; exceptionally with {@link WorkCancelledException} when cancelled
 * @param cancel asks the work to stop at its next check; safe from any thread, more than once
 */
public record Job<T>(CompletableFuture<T> result, Runnable cancel) {
}
