package org.plenary.review;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface ExtensionRepository extends JpaRepository<Extension, UUID> {
  List<Extension> findByAssignmentIdInOrderById(Collection<UUID> assignments);

  Optional<Extension> findFirstByAssignmentIdAndAnsweredAtIsNull(UUID assignment);
}
