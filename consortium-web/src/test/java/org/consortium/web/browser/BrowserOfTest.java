package org.consortium.web.browser;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives each test a browser at the address of its server, and tells at the end of a class what its pages were like. */
final class BrowserOfTest implements ParameterResolver, AfterEachCallback, AfterAllCallback {

    private static final Namespace HERE = Namespace.create(BrowserOfTest.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Browser.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var port =
                SpringExtension.getApplicationContext(test).getEnvironment().getRequiredProperty("local.server.port");
        var browser = new Browser("http://localhost:" + port);
        test.getStore(HERE).put(Browser.class, browser);
        return browser;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        var browser = test.getStore(HERE).get(Browser.class, Browser.class);
        if (browser != null) {
            browser.leave();
        }
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        PagesSeen.tell(tests.getRequiredTestClass().getSimpleName());
    }
}
