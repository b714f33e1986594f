package org.plenary.briefs;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface BriefReturnRepository extends JpaRepository<BriefReturn, UUID> {
  /** The last one; a later id is greater. */
  Optional<BriefReturn> findFirstByBriefIdOrderByIdDesc(UUID of);
}
