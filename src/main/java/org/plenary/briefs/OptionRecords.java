package org.plenary.briefs;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Consumer;
import org.plenary.kernel.NotFoundException;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of the options that a brief names; they follow its steps. */
@Component
class OptionRecords {
  private final PolicyOptionRepository records;
  private final JdbcClient jdbc;
  private final Clock clock;

  OptionRecords(PolicyOptionRepository records, JdbcClient jdbc, Clock clock) {
    this.records = records;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * Each option of a draft has its record; one that is not cleared yet says what the draft says.
   */
  void follow(Brief brief) {
    for (Brief.Option option : brief.options) {
      UUID known = option.optionId;
      PolicyOption record =
          known == null
              ? new PolicyOption(Uuids.v7(clock.instant()), brief.bodyId)
              : one(known, brief);
      option.optionId = record.id;
      if (record.state == OptionState.DRAFT) {
        record.say(brief.language, option);
      }
      records.save(record);
    }
  }

  /** Takes a step with each record that has not taken it with an earlier edition. */
  void step(Brief brief, OptionState from, Consumer<PolicyOption> step) {
    for (Brief.Option option : brief.options) {
      UUID known = option.optionId;
      if (known != null) {
        PolicyOption record = one(known, brief);
        if (record.state == from) {
          step.accept(record);
        }
      }
    }
  }

  /** What the group cleared is what the records say from now on. */
  void published(Brief brief) {
    for (Brief.Option option : brief.options) {
      UUID known = option.optionId;
      if (known != null) {
        one(known, brief).say(brief.language, option);
      }
    }
  }

  /** Drops drafts that no brief names any more; to be called when the brief is written down. */
  void sweep(Brief brief) {
    jdbc.sql(
            "delete from policy_option where state = 'DRAFT' and body_id = ? and not exists"
                + " (select 1 from brief_option o where o.option_id = policy_option.id)")
        .param(Uuids.bytes(brief.bodyId))
        .update();
  }

  private PolicyOption one(UUID id, Brief brief) {
    return records
        .findById(id)
        .filter(record -> record.bodyId.equals(brief.bodyId))
        .orElseThrow(() -> new NotFoundException("option " + id));
  }
}
