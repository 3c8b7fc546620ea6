/** Letters to readers who want their notices by e-mail, too. */
package org.consortium.web.mail;
