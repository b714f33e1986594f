package org.plenary.review;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;

interface CommentRepository extends JpaRepository<ReviewComment, UUID> {
  List<ReviewComment> findByCaseIdOrderById(UUID of);

  List<ReviewComment> findByAssignmentIdInOrderById(List<UUID> assignments);

  int countByCaseIdAndKindAndState(UUID of, CommentKind kind, CommentState state);
}
