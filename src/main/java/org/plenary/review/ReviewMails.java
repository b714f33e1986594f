package org.plenary.review;

import java.util.List;
import org.plenary.mail.MailTopic;
import org.plenary.mail.Way;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mails of papers and their review: for which someone waits, and which are news. */
@Configuration
class ReviewMails {
  /**
   * Not to be stopped: a person asked by name is waited for, and the link may be their only way.
   */
  @Bean
  MailTopic askedMails() {
    return new MailTopic(
        "asked",
        10,
        Way.AT_ONCE,
        false,
        true,
        List.of(
            "review.invited",
            "review.unanswered",
            "review.again",
            "review.dueSoon",
            "review.overdue",
            "review.dueMoved",
            "review.dueStays",
            "review.cancelled",
            "review.stopped"));
  }

  @Bean
  MailTopic handlingMails() {
    return new MailTopic(
        "handling",
        20,
        Way.AT_ONCE,
        true,
        true,
        List.of(
            "paper.submitted",
            "review.toName",
            "review.handed",
            "review.declined",
            "review.moreTime",
            "review.comments",
            "review.withdrawn",
            "review.withdrawnAccepted",
            "paper.accepted"));
  }

  @Bean
  MailTopic decisionMails() {
    return new MailTopic("decisions", 30, Way.AT_ONCE, true, true, List.of("review.decided"));
  }

  @Bean
  MailTopic paperMails() {
    return new MailTopic(
        "papers",
        50,
        Way.DIGEST,
        true,
        true,
        List.of(
            "paper.received",
            "review.resent",
            "review.published",
            "review.unpublished",
            "paper.published",
            "paper.withdrawn"));
  }

  @Bean
  MailTopic reviewMailTopic() {
    return new MailTopic(
        "reviews",
        60,
        Way.DIGEST,
        true,
        true,
        List.of(
            "review.accepted",
            "review.submitted",
            "review.resubmitted",
            "review.outcome",
            "review.yoursPublished",
            "review.yoursUnpublished"));
  }
}
