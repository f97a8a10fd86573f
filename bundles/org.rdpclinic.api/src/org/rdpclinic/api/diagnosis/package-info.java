// SPDX-License-Identifier: EPL-2.0
/** What comes out of a case: stages, probe runs, ranked causes, and the case that holds them. */
package org.rdpclinic.api.diagnosis;
