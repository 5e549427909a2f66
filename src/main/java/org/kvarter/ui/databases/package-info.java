/** Data from a database: which one, as whom, which table, and what its columns are; layers and series come of it. */
package org.kvarter.ui.databases;
