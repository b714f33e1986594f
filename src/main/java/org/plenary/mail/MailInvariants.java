package org.plenary.mail;

import java.util.List;
import org.plenary.audit.SubjectAccess;
import org.plenary.jobs.InvariantCheck;
import org.plenary.jobs.SqlCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must always be true of mails, and who may read their trace: their recipients alone. */
@Configuration
class MailInvariants {
  @Bean
  InvariantCheck mailRecipients(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "mail.recipients",
        "the mail %s goes to nobody, or leads to no page of this site",
        "select m.id from mail m left join person p on p.id = m.recipient_id"
            + " where p.id is null or m.path not like '/%'");
  }

  @Bean
  InvariantCheck mailDeliveries(JdbcClient jdbc) {
    return new SqlCheck(
        jdbc,
        "mail.deliveries",
        "the mail %s is %s, and its day, its turn or its digest says otherwise",
        "select d.mail_id, d.state from mail_delivery d where"
            + " (d.state = 'SENT' and d.sent_at is null)"
            + " or (d.state = 'WAITING' and d.next_at is null)"
            + " or (d.state = 'FAILED' and d.failure is null)"
            + " or (d.state = 'DIGESTED' and not exists (select 1 from mail_digest g"
            + " where g.mail_id = d.digest_id))");
  }

  @Bean
  SubjectAccess mailTrail() {
    String own = "exists (select 1 from mail m where m.id = l.subject_id and m.recipient_id = :me)";
    return () ->
        List.of(
            new SubjectAccess.Subject(
                "mail",
                own,
                own,
                "(select m.subject from mail m where m.id = l.subject_id)",
                null));
  }
}
