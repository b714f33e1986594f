package org.plenary.papers;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PaperRepository extends JpaRepository<Paper, UUID> {
  Optional<Paper> findByReferenceAndState(String reference, PaperState state);

  @Query("select p.id from Paper p where p.state = :state order by p.id")
  Stream<UUID> idsIn(PaperState state);
}
