// SPDX-License-Identifier: EPL-2.0
/**
 * Shows cases and explanations: as JSON (the one codec of cases), as text for a terminal, and as self-contained HTML.
 */
package org.rdpclinic.report;
