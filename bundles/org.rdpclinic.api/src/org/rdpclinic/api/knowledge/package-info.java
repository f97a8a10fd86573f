// SPDX-License-Identifier: EPL-2.0
/** The knowledge base as types: findings with their witnesses, and causes with the findings that they show. */
package org.rdpclinic.api.knowledge;
