package org.plenary.review;

import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface UnsentDecisionRepository extends JpaRepository<UnsentDecision, UUID> {}
