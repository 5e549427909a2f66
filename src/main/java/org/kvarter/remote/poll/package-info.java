/** Part of level 3. Asking again and again, patiently where the service fails. */
package org.kvarter.remote.poll;
