package org.plenary.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the trace as the actor may read it.
 *
 * @param seq the line's running number; for paging, not for showing
 * @param who the name it was done under
 * @param kind of the record
 * @param record what the record is called
 * @param path the record's page, from the root of the workspace; null where there is none
 * @param detail what belongs to it, often an id; null where there is none or the actor may not know
 * @param sealed whether it is in the chain; where, would tell how much one may not read
 */
public record TrailLine(
    long seq,
    Instant at,
    String who,
    String action,
    String kind,
    String record,
    @Nullable String path,
    @Nullable String detail,
    boolean sealed) {}
