package org.plenary.papers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CallRepository extends JpaRepository<Call, UUID> {
  Optional<Call> findByStandingOf(UUID body);

  List<Call> findByBodyIdInOrderByIdDesc(Collection<UUID> bodies);

  List<Call> findByStandingOfIsNullAndClosedAtIsNullOrderByIdDesc();
}
