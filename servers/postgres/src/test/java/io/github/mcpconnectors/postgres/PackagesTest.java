package io.github.mcpconnectors.postgres;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagesTest {

    private static final String MAIN = PackagesTest.class.getPackageName();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(MAIN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sql       | database catalog select change diagnosis",
                "database  | catalog select change diagnosis",
                "catalog   | select change diagnosis",
                "select    | change diagnosis",
                "change    | diagnosis",
                "diagnosis | select change"
            })
    void aPackageKnowsOnlyThoseBehindIt(String name, String others) {
        String own = MAIN + "." + name;
        // A rule must not pass because it saw nothing.
        assertThat(CLASSES)
                .filteredOn(type -> type.getPackageName().equals(own))
                .hasSizeGreaterThan(5);
        String[] before = Stream.concat(
                        Stream.of(MAIN), Stream.of(others.split(" ")).map(other -> MAIN + "." + other + ".."))
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(own + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(before)
                .check(CLASSES);
    }

    /** Rows are read where a query is, but nobody connects or runs anything beside the gate. */
    @Test
    void onlyTheGateTalksToTheDriver() {
        noClasses()
                .that()
                .resideOutsideOfPackages(MAIN + ".database..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.postgresql..", "com.zaxxer.hikari..")
                        .or(belongToAnyOf(Connection.class, Statement.class, PreparedStatement.class)))
                .check(CLASSES);
    }
}
