/**
 * Level 1. Any file as one or more tables of rows and columns, previewed and streamed, before they mean anything.
 *
 * <p>{@link org.kvarter.tables.TableFormats#open} recognises a file by its head and gives a {@link org.kvarter.tables.TableBook}: its tables,
 * each a {@link org.kvarter.tables.TableSource} with columns (name, unit taken from the header, type), notes of what was recognised, and a
 * cursor that streams rows. What was recognised can be overruled: open again with other {@link org.kvarter.tables.TableOptions}. Formats that
 * know what they hold (weather, meter readings) state it in {@link org.kvarter.tables.KnownMeaning}; what other columns mean is a matter of
 * {@code assist}.
 *
 * <p>Knows {@code text}, {@code model}, {@code task}, and on its own level {@code series} (how CSV, numbers and times are written) and
 * {@code geo} (dBase tables). Opening and reading block: call from an input thread. Sources are immutable and thread-safe, cursors are not.
 */
package org.kvarter.tables;
