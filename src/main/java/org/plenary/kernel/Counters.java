package org.plenary.kernel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Running numbers of references, without gaps: one row a prefix, locked until the commit. */
@Component
public class Counters {
  private final JdbcClient jdbc;

  Counters(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next number of this prefix, from 1; a transaction that rolls back gives it back. */
  @Transactional(propagation = Propagation.MANDATORY)
  public int next(String prefix) {
    // Both databases take this form; the update inside it is what waits for a concurrent taker.
    jdbc.sql(
            "insert into reference_counter (prefix, last_number) values (?, 1)"
                + " on duplicate key update last_number = last_number + 1")
        .param(prefix)
        .update();
    return jdbc.sql("select last_number from reference_counter where prefix = ?")
        .param(prefix)
        .query(Integer.class)
        .single();
  }
}
