/** Part of level 3. Delimited text read row by row from bytes, for formats that are made of it; knows nothing but {@code importing.arrays}. */
package org.kvarter.importing.table;
