package io.github.mcpconnectors.filesystem;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackagesTest {

    private static final String MAIN = PackagesTest.class.getPackageName();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(MAIN);

    @ParameterizedTest
    @CsvSource({"sandbox, text", "text, sandbox"})
    void theGateAndTheTextKnowNeitherEachOtherNorTheTools(String name, String other) {
        String own = MAIN + "." + name;
        // A rule must not pass because it saw nothing.
        assertThat(CLASSES)
                .filteredOn(type -> type.getPackageName().equals(own))
                .hasSizeGreaterThan(20);
        noClasses()
                .that()
                .resideInAPackage(own + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MAIN, MAIN + "." + other + "..")
                .check(CLASSES);
    }
}
