package org.plenary.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface AssignmentRepository extends JpaRepository<Assignment, UUID> {
  List<Assignment> findByCaseIdOrderById(UUID of);

  Optional<Assignment> findByTokenHash(String hash);
}
