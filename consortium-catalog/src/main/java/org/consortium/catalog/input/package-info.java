/** What all readers of files need, whatever stands in them. */
package org.consortium.catalog.input;
