package org.plenary.review;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface DeskFindingRepository extends JpaRepository<DeskFinding, UUID> {
  List<DeskFinding> findByCaseId(UUID of);

  Optional<DeskFinding> findByCaseIdAndPoint(UUID of, DeskPoint point);
}
