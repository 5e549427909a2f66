package org.kvarter.model;

/** How much a diagnostic matters: a remark, something left out or repaired, something that could not be read at all. */
public enum Severity {
    INFO, WARNING, ERROR
}
