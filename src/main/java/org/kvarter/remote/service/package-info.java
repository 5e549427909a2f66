/**
 * Part of level 3. Finding out what a service is from its address alone, and what it offers: readings that become feeds
 * ({@link org.kvarter.remote.service.Offer.Readings}), features, models and pictures that become layers
 * ({@link org.kvarter.remote.service.Offer.Layer}). One class per kind of service; a new kind touches none of the others.
 */
package org.kvarter.remote.service;
