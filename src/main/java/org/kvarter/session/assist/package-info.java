/**
 * Tables that were imported by a recipe: their series and attributes in the session, put and taken away as one step, and put again when a
 * layer is read anew.
 */
package org.kvarter.session.assist;
