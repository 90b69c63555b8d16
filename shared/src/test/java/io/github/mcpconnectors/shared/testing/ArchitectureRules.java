package io.github.mcpconnectors.shared.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.mcpconnectors.shared.PromptHandler;
import io.github.mcpconnectors.shared.ResourceHandler;
import io.github.mcpconnectors.shared.ToolHandler;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/** How the code hangs together, for shared and for each server. */
public final class ArchitectureRules {

    private static final String BASE = "io.github.mcpconnectors.";
    private static final String EVERYTHING = "io.github.mcpconnectors..";
    private static final String SHARED = BASE + "shared";

    /** The process belongs to these: streams, exit, and the second process under another locale. */
    private static final Set<String> PROCESS_OWNERS =
            Set.of(SHARED + ".Launcher", SHARED + ".Utf8Locale", SHARED + ".start.Start");

    /** They override what JGit would start programs with, so that it does not. */
    private static final Set<String> PROGRAM_STOPPERS =
            Set.of(BASE + "git.repository.InertPosix", BASE + "git.repository.InertWindows");

    private ArchitectureRules() {}

    /** The rules for everything, on one package and those below it. */
    public static void checkAll(String root, int classesAtLeast) {
        JavaClasses classes = load(root);
        // A rule must not pass because it saw nothing.
        assertThat(classes.size()).as("classes seen").isGreaterThanOrEqualTo(classesAtLeast);
        JavaClasses others = classes.that(ownsTheProcess(false));
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(others);
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(others);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(classes);
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(ProcessBuilder.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .because("nothing that a model says may start a program")
                .check(others.that(DescribedPredicate.describe(
                        "start programs", type -> !PROGRAM_STOPPERS.contains(type.getName()))));
        classes()
                .that()
                .haveSimpleName("package-info")
                .should()
                .beAnnotatedWith(NullMarked.class)
                .check(classes);
    }

    /** The rules for a server. */
    public static void checkServer(String server) {
        String own = BASE + server;
        JavaClasses classes = load(own);
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage(EVERYTHING)
                        .and(DescribedPredicate.not(resideInAnyPackage(own + "..", SHARED, SHARED + ".documents"))))
                .because("servers see shared's root and nothing behind it, and never one another")
                .check(classes);
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.modelcontextprotocol..", "tools.jackson..", "reactor.."))
                .because("only shared knows the SDK and the JSON library")
                .check(classes);
        classes()
                .that(are(handlers()))
                .should()
                .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
                .andShould()
                .bePackagePrivate()
                .check(classes);
        fields().that()
                .areStatic()
                .or()
                .areDeclaredInClassesThat(liveAcrossCalls(classes, own))
                .should()
                .beFinal()
                .because("calls run side by side on these objects")
                .check(classes);
    }

    /** Handlers, what they hold, what that holds, and so on. */
    private static DescribedPredicate<JavaClass> liveAcrossCalls(JavaClasses classes, String own) {
        Set<String> alive = new TreeSet<>();
        Deque<JavaClass> next = new ArrayDeque<>();
        classes.stream().filter(handlers()).forEach(next::add);
        while (!next.isEmpty()) {
            JavaClass type = next.remove();
            if (type.getPackageName().startsWith(own) && alive.add(type.getName())) {
                type.getFields().forEach(field -> next.add(field.getRawType()));
            }
        }
        return DescribedPredicate.describe("live across calls", type -> alive.contains(type.getName()));
    }

    /** The rules for shared. */
    public static void checkShared() {
        JavaClasses classes = load(SHARED);
        checkNoCycles(classes);
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage(EVERYTHING).and(DescribedPredicate.not(resideInAPackage(SHARED + ".."))))
                .check(classes);
        noClasses()
                .that()
                .resideOutsideOfPackages(SHARED + ".schema..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("tools.jackson..")
                .check(classes);
    }

    private static void checkNoCycles(JavaClasses classes) {
        slices().matching(SHARED + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    private static JavaClasses load(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
    }

    private static DescribedPredicate<JavaClass> ownsTheProcess(boolean wanted) {
        return DescribedPredicate.describe(
                "own the process: " + wanted, type -> PROCESS_OWNERS.contains(type.getName()) == wanted);
    }

    private static DescribedPredicate<JavaClass> handlers() {
        return DescribedPredicate.describe(
                "handlers",
                type -> type.isAssignableTo(ToolHandler.class)
                        || type.isAssignableTo(ResourceHandler.class)
                        || type.isAssignableTo(PromptHandler.class));
    }
}
