package org.plenary.briefs.web;

import org.plenary.briefs.PublicBriefs.Withdrawn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What is answered where a brief was withdrawn: that it was, under which number and when. */
@ControllerAdvice
class BriefGone {

  /** Stops whatever was asked for at the brief's addresses. */
  static final class Gone extends RuntimeException {
    private final transient Withdrawn withdrawn;

    Gone(Withdrawn withdrawn) {
      super(withdrawn.number());
      this.withdrawn = withdrawn;
    }
  }

  @ExceptionHandler(Gone.class)
  ModelAndView gone(Gone gone) {
    ModelAndView page = new ModelAndView("briefs/withdrawn", HttpStatus.GONE);
    page.addObject("withdrawn", gone.withdrawn);
    return page;
  }
}
