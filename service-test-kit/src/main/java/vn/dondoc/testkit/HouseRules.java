package vn.dondoc.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.RestController;
import vn.dondoc.access.AccessScope;

/** The structure of a service, as rules that fail the build. */
public final class HouseRules {

    private static final Set<String> LEAVES = Set.of("web", "mongo", "messaging", "mail");
    private static final Set<String> BANNED_SUFFIXES =
            Set.of("Impl", "Manager", "Helper", "Util", "Utils", "DTO", "Base");
    private static final Set<String> BANNED_PACKAGES = Set.of("util", "common", "core", "helper", "dto", "impl");

    private HouseRules() {}

    /** All rules for the service whose classes live under {@code root}. */
    public static void check(String root) {
        JavaClasses all = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(root);
        if (all.isEmpty()) {
            throw new AssertionError("no classes under " + root);
        }
        rules(root).forEach(rule -> rule.check(all));
    }

    private static List<ArchRule> rules(String root) {
        DescribedPredicate<JavaClass> leaf = in("a technology leaf", LEAVES, root);
        DescribedPredicate<JavaClass> concept =
                DescribedPredicate.not(leaf).and(JavaClass.Predicates.resideInAPackage(root + ".."));
        return List.of(
                noClasses()
                        .that(concept)
                        .should()
                        .dependOnClassesThat(leaf.and(JavaClass.Predicates.resideInAPackage(root + "..")))
                        .because("a leaf depends on its concept, never the other way"),
                classes().that(leaf).should(keepToTheirOwn(leaf)).because("leaves do not know each other"),
                noClasses()
                        .that(concept.and(
                                DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("..aggregation.."))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "vn.dondoc.contract.*..",
                                "com.mongodb..",
                                "org.bson..",
                                "org.apache.kafka..",
                                "org.springframework.web..")
                        .because("contract and technology words stop at the leaves"),
                noClasses()
                        .that(concept.and(DescribedPredicate.not(
                                JavaClass.Predicates.resideInAnyPackage("..aggregation..", root))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("vn.dondoc.contract")
                        .because("contract words stop at the leaves"),
                noClasses()
                        .should()
                        .dependOnClassesThat(new OtherService(root))
                        .because("services know of one another only through events"),
                SlicesRuleDefinition.slices().matching(root + ".(*)..").should().beFreeOfCycles(),
                classes().should(haveNoBannedName()),
                classes()
                        .that()
                        .areAnnotatedWith(RestController.class)
                        .should()
                        .bePackagePrivate()
                        .andShould(nameRolesOnEveryEndpoint()),
                classes().that().areInterfaces().and(arePortsOf(root)).should(takeAScopeInEveryMethod()),
                noClasses().should().callMethod(Thread.class, "sleep", long.class));
    }

    private static DescribedPredicate<JavaClass> in(String description, Set<String> leaves, String root) {
        return new DescribedPredicate<>(description) {
            @Override
            public boolean test(JavaClass it) {
                String name = it.getPackageName();
                return name.startsWith(root) && leaves.contains(name.substring(name.lastIndexOf('.') + 1));
            }
        };
    }

    private static ArchCondition<JavaClass> keepToTheirOwn(DescribedPredicate<JavaClass> leaf) {
        return new ArchCondition<>("depend on no other leaf") {
            @Override
            public void check(JavaClass it, ConditionEvents events) {
                it.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> leaf.test(dependency.getTargetClass()))
                        .forEach(dependency -> events.add(new SimpleConditionEvent(
                                it,
                                dependency.getTargetClass().getPackageName().equals(it.getPackageName()),
                                dependency.getDescription())));
            }
        };
    }

    private static final class OtherService extends DescribedPredicate<JavaClass> {
        private static final Set<String> SERVICES =
                Set.of("vn.dondoc.documents", "vn.dondoc.tasks", "vn.dondoc.reporting", "vn.dondoc.notifications");
        private final String root;

        OtherService(String root) {
            super("of another service");
            this.root = root;
        }

        @Override
        public boolean test(JavaClass it) {
            return SERVICES.stream()
                    .filter(service -> !service.equals(root))
                    .anyMatch(service -> it.getPackageName().startsWith(service));
        }
    }

    private static ArchCondition<JavaClass> haveNoBannedName() {
        return new ArchCondition<>("bear a name of this house") {
            @Override
            public void check(JavaClass it, ConditionEvents events) {
                boolean bannedSuffix = BANNED_SUFFIXES.stream().anyMatch(it.getSimpleName()::endsWith);
                boolean bannedPackage =
                        List.of(it.getPackageName().split("\\.")).stream().anyMatch(BANNED_PACKAGES::contains);
                events.add(new SimpleConditionEvent(
                        it,
                        !bannedSuffix && !bannedPackage,
                        it.getName() + " is named after a pattern, not after what it is"));
            }
        };
    }

    private static ArchCondition<JavaClass> nameRolesOnEveryEndpoint() {
        return new ArchCondition<>("say who may call each endpoint") {
            @Override
            public void check(JavaClass controller, ConditionEvents events) {
                for (JavaMethod method : controller.getMethods()) {
                    boolean endpoint = method.getAnnotations().stream()
                            .anyMatch(it ->
                                    it.getRawType().getName().startsWith("org.springframework.web.bind.annotation.")
                                            && it.getRawType().getSimpleName().endsWith("Mapping"));
                    if (endpoint) {
                        events.add(new SimpleConditionEvent(
                                method,
                                method.isAnnotatedWith(RolesAllowed.class),
                                method.getFullName() + " names no roles"));
                    }
                }
            }
        };
    }

    /** Ports are the interfaces that a mongo leaf implements. */
    private static DescribedPredicate<JavaClass> arePortsOf(String root) {
        return new DescribedPredicate<>("ports of repositories") {
            @Override
            public boolean test(JavaClass it) {
                return it.getPackageName().startsWith(root)
                        && it.getAllSubclasses().stream()
                                .anyMatch(sub -> sub.getPackageName().endsWith(".mongo"));
            }
        };
    }

    private static ArchCondition<JavaClass> takeAScopeInEveryMethod() {
        return new ArchCondition<>("take an AccessScope first in every method") {
            @Override
            public void check(JavaClass port, ConditionEvents events) {
                for (JavaMethod method : port.getMethods()) {
                    boolean scoped = !method.getRawParameterTypes().isEmpty()
                            && method.getRawParameterTypes().getFirst().isEquivalentTo(AccessScope.class);
                    events.add(new SimpleConditionEvent(
                            method, scoped, method.getFullName() + " can be called without a scope"));
                }
            }
        };
    }
}
