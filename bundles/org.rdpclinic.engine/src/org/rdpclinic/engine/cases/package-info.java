// SPDX-License-Identifier: EPL-2.0
/** Cases as folders on disk, and the clinic's home folder that holds them. */
package org.rdpclinic.engine.cases;
