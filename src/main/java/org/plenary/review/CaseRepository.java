package org.plenary.review;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CaseRepository extends JpaRepository<ReviewCase, UUID> {
  Optional<ReviewCase> findByPaperId(UUID paper);
}
