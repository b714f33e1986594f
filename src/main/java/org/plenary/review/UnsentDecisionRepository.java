package org.plenary.review;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface UnsentDecisionRepository extends JpaRepository<UnsentDecision, UUID> {
  Optional<UnsentDecision> findByCaseIdAndPersonId(UUID of, UUID by);
}
