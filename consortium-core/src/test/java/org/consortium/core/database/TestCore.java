package org.consortium.core.database;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/** The application around a database test: everything of the modules on the class path that needs no web. Not annotated as a configuration, so that no scan finds it. */
@EnableAutoConfiguration
@AutoConfigurationPackage(basePackages = "org.consortium")
@ComponentScan(
        basePackages = "org.consortium",
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
final class TestCore {

    @Bean
    ChangingDataSource dataSource(DataSourceProperties database) {
        return new ChangingDataSource(
                new TestDatabase(database.getUrl(), database.getUsername(), database.getPassword()));
    }

    @Bean
    @Primary
    MovableClock clock() {
        return new MovableClock();
    }
}
