package org.plenary.briefs;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface BriefRepository extends JpaRepository<Brief, UUID> {
  Optional<Brief> findBySlug(String slug);

  boolean existsBySlug(String slug);
}
