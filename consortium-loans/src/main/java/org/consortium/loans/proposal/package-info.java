/** What readers propose to their library to buy, and what the library says to it. */
package org.consortium.loans.proposal;
