/**
 * Part of level 3. Where secrets lie on this machine: in the operating system's key store by its own commands, else in an encrypted file. Nothing
 * here knows what a secret is for.
 */
package org.kvarter.remote.keys;
