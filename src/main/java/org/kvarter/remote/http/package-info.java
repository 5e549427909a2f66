/** Part of level 3. Asking services over HTTP within bounds of time, size and pages; credentials that stay outside the project. */
package org.kvarter.remote.http;
