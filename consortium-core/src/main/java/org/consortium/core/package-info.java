/**
 * What things are: the nouns a region's libraries share, and the rules about one noun. Inside, packages look only
 * leftwards: {@code member <- union, card <- policy <- loan <- ill}.
 */
package org.consortium.core;
