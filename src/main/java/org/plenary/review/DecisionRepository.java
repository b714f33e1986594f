package org.plenary.review;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DecisionRepository extends JpaRepository<Decision, UUID> {
  List<Decision> findByCaseIdOrderById(UUID of);
}
