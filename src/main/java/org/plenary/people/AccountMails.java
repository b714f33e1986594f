package org.plenary.people;

import java.util.List;
import org.plenary.mail.MailTopic;
import org.plenary.mail.Way;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How mails about one's own account go out. */
@Configuration
class AccountMails {
  /** Not to be stopped: they are how one gets in, and learns that someone else tried. */
  @Bean
  MailTopic accountMailTopic() {
    return new MailTopic(
        "account",
        5,
        Way.AT_ONCE,
        false,
        false,
        List.of(
            "link.confirm",
            "link.invite",
            "link.inviteToSeat",
            "link.reset",
            "account.exists",
            "account.password"));
  }
}
