package org.plenary.papers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PaperRepository extends JpaRepository<Paper, UUID> {
  Optional<Paper> findByReference(String reference);

  @Query("select p.id from Paper p order by p.id")
  List<UUID> ids();

  /** With the persons that the rules look at. */
  @Query("select distinct p from Paper p left join fetch p.persons where p.id in :ids")
  List<Paper> withPersons(Collection<UUID> ids);
}
