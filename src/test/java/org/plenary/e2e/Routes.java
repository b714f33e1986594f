package org.plenary.e2e;

import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RoutePrefix;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.router.WildcardParameter;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriTemplate;

/**
 * The addresses of all pages, read from the compiled classes and not from a list. A part of an
 * address that differs stands as {@code {}}; an optional one makes two routes.
 */
final class Routes {
  private Routes() {}

  /** Workspace and public pages. */
  static Set<String> all() {
    Set<String> routes = new TreeSet<>(pages());
    annotated(Route.class).forEach(view -> routes.addAll(workspace(view)));
    return routes;
  }

  private static List<Class<?>> annotated(Class<? extends Annotation> annotation) {
    var scan = new ClassPathScanningCandidateComponentProvider(false);
    scan.addIncludeFilter(new AnnotationTypeFilter(annotation));
    return scan.findCandidateComponents("org.plenary").stream()
        .<Class<?>>map(found -> load(found.getBeanClassName()))
        .toList();
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, Routes.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Set<String> workspace(Class<?> view) {
    Route route = view.getAnnotation(Route.class);
    Set<String> found = new TreeSet<>();
    add(found, view, prefixed(view, route.layout(), route.value(), route.absolute()));
    for (RouteAlias alias : view.getAnnotationsByType(RouteAlias.class)) {
      add(found, view, prefixed(view, alias.layout(), alias.value(), alias.absolute()));
    }
    return found;
  }

  /** What the view and the layouts around it put before its own address. */
  private static String prefixed(
      Class<?> view, Class<? extends RouterLayout> layout, String value, boolean absolute) {
    if (value.equals(Route.NAMING_CONVENTION)) {
      throw new IllegalStateException(view + " leaves its address to its name");
    }
    String path = value;
    RoutePrefix own = view.getAnnotation(RoutePrefix.class);
    boolean ended = absolute;
    if (own != null && !ended) {
      path = own.value() + "/" + path;
      ended = own.absolute();
    }
    for (Class<?> around = layout; around != null && !ended; around = parent(around)) {
      RoutePrefix prefix = around.getAnnotation(RoutePrefix.class);
      if (prefix != null) {
        path = prefix.value() + "/" + path;
        ended = prefix.absolute();
      }
    }
    return path;
  }

  private static Class<?> parent(Class<?> layout) {
    ParentLayout parent = layout.getAnnotation(ParentLayout.class);
    return parent == null ? null : parent.value();
  }

  private static void add(Set<String> found, Class<?> view, String path) {
    String address = "/workspace/" + path.replaceAll(":[^/]+", "{}");
    boolean asks = HasUrlParameter.class.isAssignableFrom(view);
    if (asks) {
      found.add(address + (path.isEmpty() ? "{}" : "/{}"));
    }
    if (!asks || takes(view, OptionalParameter.class) || takes(view, WildcardParameter.class)) {
      found.add(address);
    }
  }

  private static boolean takes(Class<?> view, Class<? extends Annotation> annotation) {
    return Arrays.stream(view.getDeclaredMethods())
        .filter(method -> method.getName().equals("setParameter") && !method.isBridge())
        .anyMatch(method -> method.getParameters()[1].isAnnotationPresent(annotation));
  }

  /** What controllers answer to GET with a page. */
  private static Set<String> pages() {
    Set<String> found = new TreeSet<>();
    for (Class<?> controller : annotated(Controller.class)) {
      RequestMapping whole =
          AnnotatedElementUtils.findMergedAnnotation(controller, RequestMapping.class);
      List<String> prefixes =
          whole == null || whole.path().length == 0 ? List.of("") : List.of(whole.path());
      for (Method method : controller.getDeclaredMethods()) {
        RequestMapping mapping =
            AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping != null && isGet(mapping) && isPage(method, mapping)) {
          List<String> paths = mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
          found.addAll(
              prefixes.stream()
                  .flatMap(prefix -> paths.stream().map(path -> plain(prefix + path)))
                  .collect(Collectors.toSet()));
        }
      }
    }
    return found;
  }

  private static boolean isGet(RequestMapping mapping) {
    return mapping.method().length == 0 || List.of(mapping.method()).contains(RequestMethod.GET);
  }

  private static boolean isPage(Method method, RequestMapping mapping) {
    List<String> produces = List.of(mapping.produces());
    return !ResponseEntity.class.isAssignableFrom(method.getReturnType())
        && !AnnotatedElementUtils.hasAnnotation(method.getDeclaringClass(), ResponseBody.class)
        && !AnnotatedElementUtils.hasAnnotation(method, ResponseBody.class)
        && (produces.isEmpty() || produces.contains(MediaType.TEXT_HTML_VALUE));
  }

  private static String plain(String path) {
    String plain = path;
    for (String name : new UriTemplate(path).getVariableNames()) {
      plain = plain.replace("{" + name + "}", "{}");
    }
    return plain;
  }
}
