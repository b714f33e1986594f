package org.plenary.access;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plenary.kernel.Actor;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The service methods of the running program, found and not listed. */
final class Discovery {
  /** The heading under which methods stand that are not told who acts. */
  static final String NO_ACTOR = "without-an-actor";

  /** A method with the bean that has it. */
  record Found(Object bean, Method method) {}

  private final Map<String, Found> withActor = new TreeMap<>();
  private final Map<String, Found> withoutActor = new TreeMap<>();
  private final Set<String> writing = new TreeSet<>();

  Discovery(ApplicationContext context, Class<?>... testBeans) {
    for (String name : context.getBeanDefinitionNames()) {
      Class<?> type = context.getType(name);
      if (type == null
          || !type.getName().startsWith("org.plenary.")
          || !context.isSingleton(name)) {
        continue;
      }
      Object bean = context.getBean(name);
      Class<?> of = AopUtils.getTargetClass(bean);
      if (!Arrays.asList(testBeans).contains(of) && of.getName().startsWith("org.plenary.")) {
        look(bean, of);
      }
    }
  }

  /** All whose first parameter is the actor, by “module method”. */
  Map<String, Found> withActor() {
    return withActor;
  }

  /** What else writes in a transaction, and what else services offer other modules. */
  Map<String, Found> withoutActor() {
    return withoutActor;
  }

  /** Those of {@link #withoutActor} that write in a transaction. */
  Set<String> writing() {
    return writing;
  }

  private void look(Object bean, Class<?> of) {
    for (Method method : of.getDeclaredMethods()) {
      if (method.isSynthetic()
          || Modifier.isStatic(method.getModifiers())
          || Modifier.isPrivate(method.getModifiers())) {
        continue;
      }
      Class<?>[] parameters = method.getParameterTypes();
      if (parameters.length > 0 && parameters[0].equals(Actor.class)) {
        String module = of.getPackageName().split("\\.")[2];
        add(withActor, module + " " + name(of, parameters, method, 1), new Found(bean, method));
      } else if (writes(method, of) || isOffered(method, of)) {
        String called = NO_ACTOR + " " + name(of, parameters, method, 0);
        add(withoutActor, called, new Found(bean, method));
        if (writes(method, of)) {
          writing.add(called);
        }
      }
    }
  }

  private static boolean writes(Method method, Class<?> of) {
    Transactional own = AnnotatedElementUtils.findMergedAnnotation(method, Transactional.class);
    Transactional all = AnnotatedElementUtils.findMergedAnnotation(of, Transactional.class);
    Transactional says = own == null ? all : own;
    return says != null && !says.readOnly();
  }

  private static boolean isOffered(Method method, Class<?> of) {
    return Modifier.isPublic(method.getModifiers())
        && Modifier.isPublic(of.getModifiers())
        && of.isAnnotationPresent(Service.class);
  }

  private static String name(Class<?> of, Class<?>[] parameters, Method method, int from) {
    return of.getSimpleName()
        + "."
        + method.getName()
        + Arrays.stream(parameters)
            .skip(from)
            .map(Class::getSimpleName)
            .collect(Collectors.joining(",", "(", ")"));
  }

  private static void add(Map<String, Found> to, String name, Found found) {
    Found other = to.put(name, found);
    if (other != null && !other.method().equals(found.method())) {
      throw new IllegalStateException("two methods are called " + name);
    }
  }
}
