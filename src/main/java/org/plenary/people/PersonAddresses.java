package org.plenary.people;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plenary.kernel.Uuids;
import org.plenary.mail.AddressBook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the mail where persons get theirs. */
@Component
class PersonAddresses implements AddressBook {
  private final JdbcClient jdbc;

  PersonAddresses(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<UUID, Entry> entries(Collection<UUID> persons) {
    if (persons.isEmpty()) {
      return Map.of();
    }
    return jdbc
        .sql("select id, name, email, zone from person where id in (:ids)")
        .param("ids", persons.stream().map(Uuids::bytes).toList())
        .query(
            (rs, n) ->
                Map.entry(
                    Uuids.of(rs.getBytes(1)),
                    new Entry(rs.getString(2), rs.getString(3), ZoneId.of(rs.getString(4)))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
