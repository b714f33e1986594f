package org.plenary.site;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What the API offers, in OpenAPI 3.1; held to the real answers by ApiDocumentTest. */
@Controller
class ApiDocument {

  @GetMapping(path = "/api/v1/openapi.json", produces = "application/json")
  @ResponseBody
  Resource document() {
    return new ClassPathResource("openapi.json");
  }
}
