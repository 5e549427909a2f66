/**
 * Part of level 3. Feeds that a broker tells (MQTT 5, and 3.1.1 for brokers that know no other): topics with places in them, messages as the
 * records of a page. The home of the HiveMQ client. Waiting, patience, history and cache are {@code poll}'s and {@code keep}'s.
 */
package org.kvarter.remote.mqtt;
