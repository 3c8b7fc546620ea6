package org.consortium;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.beans.factory.annotation.Autowired;

/** The shape of the house, as docs/architecture.md draws it. */
@AnalyzeClasses(
        packages = "org.consortium",
        importOptions = {ImportOption.DoNotIncludeTests.class, HouseRulesTest.NoTestJars.class})
class HouseRulesTest {

    /** What core's tests share comes as a jar when everything is built. */
    static class NoTestJars implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule coreKnowsNobody = noClasses()
            .that()
            .resideInAPackage("org.consortium.core..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.consortium.catalog..", "org.consortium.loans..", "org.consortium.web..");

    @ArchTest
    static final ArchRule catalogKnowsOnlyCore = noClasses()
            .that()
            .resideInAPackage("org.consortium.catalog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.consortium.loans..", "org.consortium.web..");

    @ArchTest
    static final ArchRule loansKnowOnlyCore = noClasses()
            .that()
            .resideInAPackage("org.consortium.loans..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.consortium.catalog..", "org.consortium.web..");

    @ArchTest
    static final ArchRule memberLooksNowhere = core("member", "union", "card", "policy", "loan", "ill");

    @ArchTest
    static final ArchRule unionLooksLeft = core("union", "card", "policy", "loan", "ill");

    @ArchTest
    static final ArchRule cardLooksLeft = core("card", "union", "policy", "loan", "ill");

    @ArchTest
    static final ArchRule policyLooksLeft = core("policy", "loan", "ill");

    @ArchTest
    static final ArchRule loanLooksLeft = core("loan", "ill");

    @ArchTest
    static final ArchRule noCircles =
            slices().matching("org.consortium.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyWebKnowsHttp = noClasses()
            .that(not(resideInAnyPackage("org.consortium.web..", "org.consortium")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.servlet..",
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "org.springframework.security.web..",
                    "org.thymeleaf..");

    @ArchTest
    static final ArchRule noPackageNamedAfterALayer = classes()
            .should()
            .resideOutsideOfPackages(
                    "..service..",
                    "..services..",
                    "..controller..",
                    "..repository..",
                    "..dto..",
                    "..util..",
                    "..utils..",
                    "..impl..",
                    "..model..",
                    "..entity..",
                    "..helper..",
                    "..common..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Processor|Impl|Dto|DTO|Mapper)");

    @ArchTest
    static final ArchRule entitiesHaveNoPublicFields = fields().that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePrivate();

    @ArchTest
    static final ArchRule wiringByConstructor = noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideInAnyPackage("org.consortium.core..", "org.consortium.loans..", "org.consortium.catalog..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC");

    @ArchTest
    static final ArchRule nobodyPrints = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    private static ArchRule core(String part, String... right) {
        var packages = new String[right.length];
        for (int i = 0; i < right.length; i++) {
            packages[i] = "org.consortium.core." + right[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage("org.consortium.core." + part + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
