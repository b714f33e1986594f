package org.plenary.mail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All topics that modules declare. Thread-safe. */
@Component
class Topics {
  /** The kind of the one mail of the day; it stands in no inbox. */
  static final String DIGEST = "digest";

  private final List<MailTopic> all;
  private final Map<String, MailTopic> byKind = new HashMap<>();

  Topics(List<MailTopic> topics) {
    all = topics.stream().sorted(Comparator.comparingInt(MailTopic::order)).toList();
    for (MailTopic topic : all) {
      for (String kind : topic.kinds()) {
        if (byKind.put(kind, topic) != null) {
          throw new IllegalStateException("mail kind " + kind + " is in two topics");
        }
      }
    }
  }

  List<MailTopic> all() {
    return all;
  }

  /** The topic of a kind; null for one that no module declares, and for the digest. */
  @Nullable MailTopic of(String kind) {
    return byKind.get(kind);
  }

  @Nullable MailTopic named(String name) {
    return all.stream().filter(topic -> topic.name().equals(name)).findFirst().orElse(null);
  }

  /** Kinds whose mails are about no record, so that who got one tells nothing of any. */
  List<String> aboutNothing() {
    List<String> kinds = new ArrayList<>();
    all.stream().filter(t -> !t.ofRecords()).forEach(t -> kinds.addAll(t.kinds()));
    // SQL knows no empty list; no kind is called nothing.
    return kinds.isEmpty() ? List.of("") : kinds;
  }
}
