/** Somebody of the staff: an id for the log, a name for those who read. */
export type Author = { by: string; name: string };

/** A decision of a named person: who, when, and why in their own words. */
export type NamedDecision = Author & { at: Date; reason: string };
