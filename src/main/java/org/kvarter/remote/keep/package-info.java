/** Part of level 3. What a feed has answered: on disk for offline use, and as a history that becomes a time series. */
package org.kvarter.remote.keep;
