package org.plenary.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plenary.OnMariaDb;
import org.plenary.search.SearchQuery;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The document of the API says what the API does: no more, no less. */
@OnMariaDb
class ApiDocumentTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  @Autowired MockMvc mvc;

  @Test
  void everyAnswerIsAsTheDocumentSays() throws Exception {
    JsonNode document = read("/api/v1/openapi.json");
    assertThat(document.path("openapi").stringValue()).startsWith("3.1");
    JsonNode schema =
        document.at("/paths/~1api~1v1~1search/get/responses/200/content/application~1json/schema");
    Set<String> nullsSeen = new TreeSet<>();
    int passages = 0;
    for (String query :
        List.of(
            "?q=",
            "?q=remittance",
            "?q=remitances+corridr",
            "?q=xyzzy",
            "?q=fees&kind=brief&page=2",
            "?q=transfer+schooling+households+atlantis&words=most",
            "?year=2026&country=PK")) {
      JsonNode answer = read("/api/v1/search" + query);
      holds(document, schema, answer, query, nullsSeen);
      passages += answer.findValues("html").size();
    }
    // What was asked must be able to tell a wrong document from a right one.
    assertThat(passages).isPositive();
    assertThat(nullsSeen).contains("didYouMean", "page");
    // A document that lacks a field, or has one too many, is noticed.
    var other = JSON.createObjectNode().put("total", 1);
    assertThat(faults(document, schema, other)).isNotEmpty();
  }

  @Test
  void itsParametersAreThoseOfTheSearch() throws Exception {
    JsonNode operation = read("/api/v1/openapi.json").at("/paths/~1api~1v1~1search/get");
    Set<String> documented =
        operation
            .path("parameters")
            .valueStream()
            .map(p -> p.path("name").stringValue())
            .collect(Collectors.toSet());
    Set<String> taken =
        Stream.concat(
                Arrays.stream(SearchQuery.Facet.values()).map(SearchQuery.Facet::parameter),
                Stream.of("q", "words", "page"))
            .collect(Collectors.toSet());
    assertThat(documented).isEqualTo(taken);
    assertThat(operation.toString())
        .contains("\"maximum\":" + SearchQuery.MAX_PAGE)
        .contains("beyond " + SearchQuery.MAX_TEXT + " characters");
    for (JsonNode parameter : operation.path("parameters")) {
      mvc.perform(get("/api/v1/search").param(parameter.path("name").stringValue(), "1"))
          .andExpect(status().isOk());
    }
  }

  private JsonNode read(String address) throws Exception {
    String body =
        mvc.perform(get(java.net.URI.create(address)))
            .andExpect(status().isOk())
            .andExpect(content().contentTypeCompatibleWith("application/json"))
            .andReturn()
            .getResponse()
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    return JSON.readTree(body);
  }

  private static void holds(
      JsonNode document, JsonNode schema, JsonNode value, String where, Set<String> nullsSeen) {
    assertThat(faults(document, schema, value)).as(where).isEmpty();
    nulls(value, nullsSeen);
  }

  private static void nulls(JsonNode value, Set<String> seen) {
    value.properties().stream()
        .filter(field -> field.getValue().isNull())
        .forEach(field -> seen.add(field.getKey()));
    value.forEach(child -> nulls(child, seen));
  }

  /** As much of JSON Schema as the document uses. */
  private static List<String> faults(JsonNode document, JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      JsonNode target = document.at(schema.path("$ref").stringValue().substring(1));
      assertThat(target.isMissingNode()).as(schema.toString()).isFalse();
      return faults(document, target, value);
    }
    Set<String> types =
        schema.path("type").isArray()
            ? schema
                .path("type")
                .valueStream()
                .map(JsonNode::stringValue)
                .collect(Collectors.toSet())
            : Set.of(schema.path("type").stringValue());
    String type =
        value.isNull()
            ? "null"
            : value.isIntegralNumber()
                ? "integer"
                : value.isString()
                    ? "string"
                    : value.isArray() ? "array" : value.isObject() ? "object" : "?";
    List<String> faults = new java.util.ArrayList<>();
    if (!types.contains(type)) {
      return List.of(value + " is no " + types);
    }
    if (type.equals("object")) {
      Set<String> names = new TreeSet<>();
      value.properties().forEach(field -> names.add(field.getKey()));
      Set<String> said = new TreeSet<>();
      schema.path("properties").properties().forEach(field -> said.add(field.getKey()));
      Set<String> required =
          schema
              .path("required")
              .valueStream()
              .map(JsonNode::stringValue)
              .collect(Collectors.toSet());
      if (!names.equals(said) || !said.equals(required)) {
        faults.add(names + " are not " + said);
      }
      value
          .properties()
          .forEach(
              field ->
                  faults.addAll(
                      faults(
                          document,
                          schema.path("properties").path(field.getKey()),
                          field.getValue())));
    }
    value
        .valueStream()
        .filter(item -> type.equals("array"))
        .forEach(item -> faults.addAll(faults(document, schema.path("items"), item)));
    if (schema.has("enum")
        && schema.path("enum").valueStream().noneMatch(one -> one.equals(value))) {
      faults.add(value + " is none of " + schema.path("enum"));
    }
    if (schema.has("minimum")
        && type.equals("integer")
        && value.longValue() < schema.path("minimum").longValue()) {
      faults.add(value + " is too small");
    }
    if (schema.has("pattern")
        && type.equals("string")
        && !java.util.regex.Pattern.compile(schema.path("pattern").stringValue())
            .matcher(value.stringValue())
            .find()) {
      faults.add(value + " does not match");
    }
    if ("date".equals(schema.path("format").stringValue(null))) {
      java.time.LocalDate.parse(value.stringValue());
    }
    return faults;
  }
}
