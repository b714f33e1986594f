package org.plenary.site;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.bodies.Bodies;
import org.plenary.bodies.Theme;
import org.plenary.search.Search;
import org.plenary.search.SearchQuery;
import org.plenary.search.SearchQuery.Facet;
import org.plenary.search.SearchResult;
import org.plenary.site.SearchPage.Choice;
import org.plenary.ui.Labels;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Search as a page and as JSON; both from the same parameters, so a link holds the whole search.
 */
@Controller
class SearchPages {
  private final Search search;
  private final Bodies bodies;
  private final MessageSource messages;

  SearchPages(Search search, Bodies bodies, MessageSource messages) {
    this.search = search;
    this.bodies = bodies;
    this.messages = messages;
  }

  record HitJson(
      String reference,
      String title,
      String url,
      String kind,
      String language,
      String published,
      List<SearchResult.Passage> passages) {}

  record FacetJson(String value, String label, int count) {}

  record ResultJson(
      int total,
      @Nullable String didYouMean,
      List<HitJson> hits,
      Map<String, List<FacetJson>> facets) {}

  @GetMapping("/search")
  String page(@RequestParam MultiValueMap<String, String> parameters, Locale locale, Model model) {
    SearchQuery query = query(parameters);
    SearchResult result = search.published(query);
    int pages = Math.min(SearchQuery.MAX_PAGE, Math.ceilDiv(result.total(), SearchQuery.PAGE_SIZE));
    if (pages > 0 && query.page() > pages) {
      // The library was longer when the link was made: its last page is what comes closest.
      query = new SearchQuery(query.text(), query.filters(), pages, query.loosely());
      result = search.published(query);
    }
    model.addAttribute(
        "page",
        new SearchPage(
            query,
            result,
            choices(query, result, locale),
            pages,
            mended(query, result),
            most(query, result),
            SearchQuery.isTooLong(Objects.requireNonNullElse(parameters.getFirst("q"), "")),
            query.page() > 1 ? url(query, query.filters(), query.page() - 1) : null,
            query.page() < pages ? url(query, query.filters(), query.page() + 1) : null));
    return "site/search";
  }

  private static SearchPage.@Nullable Mended mended(SearchQuery query, SearchResult result) {
    SearchResult.Instead instead = result.instead();
    String text = instead == null ? null : instead.didYouMean();
    if (text == null) {
      return null;
    }
    SearchQuery mended = new SearchQuery(text, query.filters(), 1);
    return new SearchPage.Mended(text, url(mended, query.filters(), 1));
  }

  private static SearchPage.@Nullable Most most(SearchQuery query, SearchResult result) {
    SearchResult.Instead instead = result.instead();
    if (instead == null || instead.most() == 0) {
      return null;
    }
    SearchQuery loosely = new SearchQuery(query.text(), query.filters(), 1, true);
    return new SearchPage.Most(instead.most(), url(loosely, query.filters(), 1));
  }

  @GetMapping(path = "/api/v1/search", produces = "application/json")
  @ResponseBody
  ResultJson json(@RequestParam MultiValueMap<String, String> parameters, Locale locale) {
    SearchResult result = search.published(query(parameters));
    Map<String, String> themes = themes();
    Map<String, List<FacetJson>> facets = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      facets.put(
          facet.parameter(),
          result.facets().getOrDefault(facet, List.of()).stream()
              .map(
                  v -> new FacetJson(v.value(), label(facet, v.value(), themes, locale), v.count()))
              .toList());
    }
    List<HitJson> hits =
        result.hits().stream()
            .map(
                h ->
                    new HitJson(
                        h.reference(),
                        h.title(),
                        h.url(),
                        h.kind(),
                        h.language(),
                        h.published().toString(),
                        h.passages()))
            .toList();
    SearchResult.Instead instead = result.instead();
    return new ResultJson(
        result.total(), instead == null ? null : instead.didYouMean(), hits, facets);
  }

  private static SearchQuery query(MultiValueMap<String, String> parameters) {
    Map<Facet, List<String>> filters = new EnumMap<>(Facet.class);
    for (Facet facet : Facet.values()) {
      List<String> values = parameters.get(facet.parameter());
      if (values != null) {
        filters.put(facet, values.stream().filter(v -> v != null).toList());
      }
    }
    String text = parameters.getFirst("q");
    return new SearchQuery(
        text == null ? "" : text,
        filters,
        page(parameters.getFirst("page")),
        "most".equals(parameters.getFirst("words")));
  }

  private static int page(@Nullable String number) {
    return number != null && number.matches("[0-9]{1,4}") ? Integer.parseInt(number) : 1;
  }

  private Map<Facet, List<Choice>> choices(SearchQuery query, SearchResult result, Locale locale) {
    Map<String, String> themes = themes();
    Map<Facet, List<Choice>> all = new LinkedHashMap<>();
    for (Facet facet : Facet.values()) {
      List<String> chosen = query.filters().getOrDefault(facet, List.of());
      Map<String, Integer> counts = new LinkedHashMap<>();
      result.facets().getOrDefault(facet, List.of()).forEach(v -> counts.put(v.value(), v.count()));
      chosen.forEach(value -> counts.putIfAbsent(value, 0));
      List<Choice> choices = new ArrayList<>();
      counts.forEach(
          (value, count) ->
              choices.add(
                  new Choice(
                      value,
                      label(facet, value, themes, locale),
                      count,
                      chosen.contains(value),
                      url(query, toggled(query.filters(), facet, value), 1))));
      if (!choices.isEmpty()) {
        all.put(facet, choices);
      }
    }
    return all;
  }

  private static Map<Facet, List<String>> toggled(
      Map<Facet, List<String>> filters, Facet facet, String value) {
    Map<Facet, List<String>> changed = new EnumMap<>(Facet.class);
    changed.putAll(filters);
    List<String> values = new ArrayList<>(filters.getOrDefault(facet, List.of()));
    if (!values.remove(value)) {
      values.add(value);
    }
    changed.put(facet, values);
    return changed;
  }

  private static String url(SearchQuery query, Map<Facet, List<String>> filters, int page) {
    UriComponentsBuilder url = UriComponentsBuilder.fromPath("/search");
    Map<String, String> variables = new LinkedHashMap<>();
    url.queryParam("q", "{q}");
    variables.put("q", query.text());
    for (Facet facet : Facet.values()) {
      int n = 0;
      for (String value : filters.getOrDefault(facet, List.of())) {
        String name = facet.parameter() + n++;
        url.queryParam(facet.parameter(), "{" + name + "}");
        variables.put(name, value);
      }
    }
    if (query.loosely()) {
      url.queryParam("words", "most");
    }
    if (page > 1) {
      url.queryParam("page", page);
    }
    return url.encode().buildAndExpand(variables).toUriString();
  }

  private Map<String, String> themes() {
    return bodies.themes().stream().collect(Collectors.toMap(Theme::code, Theme::label));
  }

  private String label(Facet facet, String value, Map<String, String> themes, Locale locale) {
    return switch (facet) {
      case THEME -> themes.getOrDefault(value, value);
      case COUNTRY -> Labels.country(value, locale);
      case LANGUAGE -> Labels.language(value);
      case YEAR -> value;
      case KIND ->
          Objects.requireNonNullElse(
              messages.getMessage("kind." + value, null, value, locale), value);
    };
  }
}
