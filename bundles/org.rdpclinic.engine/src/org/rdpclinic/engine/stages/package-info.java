// SPDX-License-Identifier: EPL-2.0
/** How far the clinic came, stage by stage, read from the observations. */
package org.rdpclinic.engine.stages;
