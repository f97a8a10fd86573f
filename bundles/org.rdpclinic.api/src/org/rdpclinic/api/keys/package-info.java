// SPDX-License-Identifier: EPL-2.0
/**
 * The observation keys that ours and others' probes share, a class for each subject matter.
 */
package org.rdpclinic.api.keys;
