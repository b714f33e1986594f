package org.plenary.briefs;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface BriefRepository extends JpaRepository<Brief, UUID> {
  Optional<Brief> findBySlugAndState(String slug, Brief.State state);

  boolean existsBySlug(String slug);

  @Query("select b.id from Brief b where b.state = :state order by b.id")
  Stream<UUID> idsIn(Brief.State state);
}
