package org.plenary.briefs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface BriefRepository extends JpaRepository<Brief, UUID> {
  Optional<Brief> findBySlug(String slug);

  boolean existsBySlug(String slug);

  @Query("select b.id from Brief b order by b.id")
  List<UUID> ids();
}
