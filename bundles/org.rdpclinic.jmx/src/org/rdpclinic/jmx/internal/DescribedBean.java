// SPDX-License-Identifier: EPL-2.0
package org.rdpclinic.jmx.internal;

import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.StandardMBean;

/** A bean of open types whose interface says in annotations what an operator reads. */
final class DescribedBean extends StandardMBean {

    private final Wording wording;

    <T> DescribedBean(T behind, Class<T> face) {
        super(behind, face, true);
        this.wording = new Wording(face);
    }

    @Override
    protected String getClassName(MBeanInfo info) {
        return getMBeanInterface().getName();
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return wording.bean();
    }

    @Override
    protected String getDescription(MBeanAttributeInfo info) {
        return wording.attribute(info);
    }

    @Override
    protected String getDescription(MBeanOperationInfo info) {
        return wording.operation(info);
    }

    @Override
    protected int getImpact(MBeanOperationInfo info) {
        return wording.impact(info);
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation, MBeanParameterInfo parameter, int index) {
        return wording.parameter(operation, index);
    }

    @Override
    protected String getParameterName(MBeanOperationInfo operation, MBeanParameterInfo parameter, int index) {
        return wording.name(operation, index);
    }
}
