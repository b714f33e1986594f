package org.plenary.people;

/** What the page of a link shows before anything is done with it. */
public record AccountLink(LinkPurpose purpose, String name, String email) {}
