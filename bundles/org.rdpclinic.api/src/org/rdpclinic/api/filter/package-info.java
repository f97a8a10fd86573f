// SPDX-License-Identifier: EPL-2.0
/**
 * Filters over the observations of one subject: the syntax of OSGi filters (RFC 4515 with {@code <=}, {@code >=},
 * presence and substrings) with typed values and three-valued logic.
 */
package org.rdpclinic.api.filter;
