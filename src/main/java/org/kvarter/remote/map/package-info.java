/** Part of level 3. JSON into rows by pointers, and proposing the pointers from the shape of an answer. */
package org.kvarter.remote.map;
