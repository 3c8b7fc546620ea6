/** The union catalogue as readers search it: the index and how it is kept fresh, queries, facets, suggestions, the record page. */
package org.consortium.catalog.search;
