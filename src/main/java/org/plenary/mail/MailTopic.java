package org.plenary.mail;

import java.util.List;

/**
 * Kinds of mail for which a person chooses one way: declared as a bean by the module that writes
 * them.
 *
 * @param name of the topic, {@code mailTopic.<name>} is its text
 * @param order on the page where one chooses
 * @param usual the way of whoever did not choose; at once only where someone waits
 * @param mayStop whether the recipient may choose another
 * @param ofRecords whether each of these mails is about a record: one that does not say about which
 *     is shown to nobody but its recipient
 * @param kinds of mails, {@code review.invited}
 */
public record MailTopic(
    String name, int order, Way usual, boolean mayStop, boolean ofRecords, List<String> kinds) {}
