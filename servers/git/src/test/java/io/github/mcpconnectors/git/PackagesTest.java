package io.github.mcpconnectors.git;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class PackagesTest {

    private static final String MAIN = PackagesTest.class.getPackageName();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(MAIN);

    @Test
    void theGateKnowsNobodyAndNobodyKnowsTheTools() {
        // A rule must not pass because it saw nothing.
        assertThat(CLASSES).hasSizeGreaterThan(40);
        noClasses()
                .that()
                .resideInAPackage(MAIN + ".repository")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MAIN, MAIN + ".diff", MAIN + ".status", MAIN + ".revision")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(MAIN + ".*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(MAIN)
                .check(CLASSES);
    }

    /** Whoever opens one elsewhere goes around the gate. */
    @Test
    void repositoriesAreOpenedByTheGateAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage(MAIN + ".repository")
                .and()
                // JGit hands the one that the gate gave it to its sessions.
                .doNotHaveSimpleName("LimitedSessions")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.(FileRepositoryBuilder|RepositoryBuilder|FileRepository|FileTreeIterator|FS)")
                .because("there hooks, filters and foreign directories are kept away")
                .check(CLASSES);
    }
}
