package org.plenary.jobs;

import java.util.stream.IntStream;
import org.plenary.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A promise that one query can hold a table to: each row it returns is broken.
 *
 * @param fault the sentence for a row, with {@code %s} for each column in order; an id of 16 bytes
 *     reads as a UUID
 */
public record SqlCheck(JdbcClient jdbc, String name, String fault, String sql)
    implements InvariantCheck {

  @Override
  public void check(Findings findings) {
    jdbc.sql(sql)
        .query(
            rs -> {
              int columns = rs.getMetaData().getColumnCount();
              Object[] row = new Object[columns];
              for (int i : IntStream.range(0, columns).toArray()) {
                Object value = rs.getObject(i + 1);
                row[i] = value instanceof byte[] id && id.length == 16 ? Uuids.of(id) : value;
              }
              findings.fault(fault.formatted(row));
            });
  }
}
