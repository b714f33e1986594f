package org.plenary.briefs;

import java.util.List;
import org.plenary.mail.MailTopic;
import org.plenary.mail.Way;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mails of briefs: for which someone waits, and which are news. */
@Configuration
class BriefMailTopics {
  @Bean
  MailTopic clearingMails() {
    return new MailTopic(
        "clearing",
        40,
        Way.AT_ONCE,
        true,
        true,
        List.of(
            "brief.handed",
            "brief.givenBack",
            "brief.cleared",
            "brief.translation.handed",
            "brief.translation.cleared"));
  }

  @Bean
  MailTopic briefNewsMails() {
    return new MailTopic(
        "briefs",
        70,
        Way.DIGEST,
        true,
        true,
        List.of(
            "brief.published",
            "brief.translation.published",
            "brief.superseded",
            "brief.retracted",
            "brief.withdrawn"));
  }
}
