/** What readers keep of the union catalogue for themselves: lists of records, and searches they want to be told of. */
package org.consortium.catalog.reading;
