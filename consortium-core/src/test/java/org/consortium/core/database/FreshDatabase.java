package org.consortium.core.database;

import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Points the shared application context at a new database before each test class, and sets its clock back. */
final class FreshDatabase implements TestExecutionListener, Ordered {

    @Override
    public void beforeTestClass(TestContext test) {
        var context = test.getApplicationContext();
        context.getBean(ChangingDataSource.class).changeTo(TestDatabase.fresh());
        context.getBean(MovableClock.class).setBack();
    }

    @Override
    public int getOrder() {
        return 0;
    }
}
