package org.plenary.site;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What is answered where no page was made: a page for whoever asked for one, whatever they said
 * they accept, and JSON only below /api. Neither says more than the status.
 */
@Controller
class ErrorPages implements ErrorController {

  @RequestMapping("/error")
  Object error(HttpServletRequest request, HttpServletResponse response) {
    HttpStatus status = status(request);
    SecurityHeaders.write(response);
    Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    if (path != null && path.toString().startsWith("/api/")) {
      return ResponseEntity.status(status)
          .contentType(MediaType.APPLICATION_JSON)
          .body(Map.of("status", status.value(), "error", status.getReasonPhrase()));
    }
    String view =
        switch (status) {
          case NOT_FOUND -> "error/404";
          case BAD_REQUEST -> "error/400";
          default -> "error";
        };
    return new ModelAndView(view, status);
  }

  /** Asked for by itself, this address is as absent as any other. */
  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    return status == null ? HttpStatus.NOT_FOUND : status;
  }
}
