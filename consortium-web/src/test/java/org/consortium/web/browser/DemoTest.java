package org.consortium.web.browser;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * A test of the whole program with the demo world of Yunze in it, loaded once for all such classes. They share its people and books:
 * each class says which are its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Documented
@PageTest
@TestPropertySource(properties = "consortium.demo=true")
public @interface DemoTest {}
