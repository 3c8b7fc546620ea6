/** Why records are one, told to librarians, and where they say otherwise. */
package org.consortium.web.matching;
