/** How texts become comparable: folded for search and matching alike, and read as pinyin. What comes out is never shown. */
package org.consortium.catalog.text;
