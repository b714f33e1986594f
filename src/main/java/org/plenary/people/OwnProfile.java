package org.plenary.people;

import org.jspecify.annotations.Nullable;

/**
 * A person's own profile as they change it.
 *
 * @param slug of their public page, once they have agreed to one
 * @param revision the count of its changes
 */
public record OwnProfile(Profile profile, String email, @Nullable String slug, long revision) {}
