/** Stands in every result. Raised when the same answers could score differently. */
export const ENGINE_VERSION = '1.5.0';
