package org.plenary.bodies;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A committee or working group.
 *
 * @param code starts the references of its papers (REM-2026-001)
 * @param slug its name in addresses
 * @param active false while the group is dormant until funded
 */
public record Body(
    UUID id,
    String code,
    String slug,
    String name,
    BodyKind kind,
    @Nullable String theme,
    boolean active,
    String remit) {}
