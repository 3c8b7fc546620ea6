/**
 * Fetching the records of connected members from their own systems by OAI-PMH: what changed since last time, page by page
 * into a file, which then is an import like any other.
 */
package org.consortium.catalog.harvest;
