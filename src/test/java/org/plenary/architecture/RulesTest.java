package org.plenary.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plenary.audit.Audit;
import org.plenary.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rules of the house, each with its reason. */
@AnalyzeClasses(packages = "org.plenary", importOptions = ImportOption.DoNotIncludeTests.class)
class RulesTest {

  @ArchTest
  static final ArchRule theActorComesFirst =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Service.class)
          .and()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(
              "org.plenary.papers", "org.plenary.review", "org.plenary.briefs", "org.plenary.desk")
          .should(takeAnActorFirst())
          .because("a service that does not know who asks cannot omit what they may not know")
          .allowEmptyShould(false);

  // Lists that anyone may read take no actor: there is nothing to omit.
  private static final List<String> PUBLIC_LISTS = List.of("newest");

  @ArchTest
  static final ArchRule commandsOfTheFloorsBelowTakeTheActorToo =
      methods()
          .that()
          .areAnnotatedWith(Transactional.class)
          .and()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .resideInAnyPackage("org.plenary.bodies", "org.plenary.people")
          .should(takeAnActorFirst())
          .because("each command writes who gave it");

  @ArchTest
  static final ArchRule everyCommandWritesItsAuditLine =
      methods()
          .that()
          .areAnnotatedWith(Transactional.class)
          .and()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Service.class)
          .should(reachAuditUnlessTheyOnlyRead())
          .because("who did what to which record is the trace of the house");

  @ArchTest
  static final ArchRule entitiesStayInTheirModule =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .bePackagePrivate()
          .because("the compiler, not a convention, keeps others out");

  @ArchTest
  static final ArchRule frontDoorsHoldNoRule =
      noClasses()
          .that()
          .resideInAnyPackage("..ui", "..web", "org.plenary.shell", "org.plenary.site")
          .should()
          .dependOnClassesThat()
          .haveSimpleNameEndingWith("Repository")
          .orShould()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient")
          .because("views and pages call services, which decide");

  @ArchTest
  static final ArchRule timeComesFromTheClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .because("an injected clock is the only one a test can set");

  @ArchTest
  static final ArchRule noInlineStyle =
      noClasses()
          .that()
          .areAssignableTo(Component.class)
          .should()
          .callMethodWhere(
              DescribedPredicate.describe(
                  "getStyle()", call -> call.getTarget().getName().equals("getStyle")))
          .because("what things look like is the style sheet's");

  @ArchTest
  static final ArchRule everyRouteSaysWhoMayComeIn =
      classes()
          .that()
          .areAnnotatedWith(Route.class)
          .should()
          .beAnnotatedWith(jakarta.annotation.security.PermitAll.class)
          .orShould()
          .beAnnotatedWith(com.vaadin.flow.server.auth.AnonymousAllowed.class);

  @ArchTest
  static final ArchRule controllersStayInside =
      classes().that().areAnnotatedWith(Controller.class).should().bePackagePrivate();

  /** Steps that are part of a command and never one of their own. */
  private static final Set<String> PARTS_OF_COMMANDS =
      Set.of("Audit.record", "SearchLog.changed", "Outbox.send");

  private static ArchCondition<JavaMethod> reachAuditUnlessTheyOnlyRead() {
    return new ArchCondition<>("write an audit line") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        String name = method.getOwner().getSimpleName() + "." + method.getName();
        boolean reads = method.getAnnotationOfType(Transactional.class).readOnly();
        if (!reads && !PARTS_OF_COMMANDS.contains(name) && !audits(method, new HashSet<>())) {
          events.add(SimpleConditionEvent.violated(method, name + " writes no audit line"));
        }
      }
    };
  }

  private static boolean audits(JavaMethod method, Set<String> seen) {
    if (!seen.add(method.getFullName())) {
      return false;
    }
    return method.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(Audit.class)
                    || (call.getTargetOwner().equals(method.getOwner())
                        && call.getTarget()
                            .resolveMember()
                            .map(target -> audits(target, seen))
                            .orElse(false)));
  }

  private static ArchCondition<JavaMethod> takeAnActorFirst() {
    return new ArchCondition<>("take an Actor first") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        List<JavaClass> parameters = method.getRawParameterTypes();
        boolean actor = !parameters.isEmpty() && parameters.getFirst().isEquivalentTo(Actor.class);
        if (!actor && !PUBLIC_LISTS.contains(method.getName())) {
          events.add(
              SimpleConditionEvent.violated(method, method.getFullName() + " takes no actor"));
        }
      }
    };
  }
}
