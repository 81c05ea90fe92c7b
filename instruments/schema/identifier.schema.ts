/** Pieces shared by the schemas of this folder: identifiers, versions, dates and bounded words. */

/** Instruments, scales, formats, sections, keys: `emotional-stability`. */
export const slug = { type: 'string', pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$', maxLength: 60 } as const;

/** Items: `E1`, `S3b`. An answer is stored under this id, so it is unique over a whole battery, not only its instrument. */
export const itemId = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9]*$', maxLength: 20 } as const;

export const semver = { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$', maxLength: 20 } as const;

export const isoDate = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', maxLength: 10 } as const;

export const language = { type: 'string', enum: ['kk', 'ru', 'en'] } as const;

/** One sentence or a short label. */
export const phrase = { type: 'string', minLength: 1, maxLength: 300 } as const;

/** A paragraph. */
export const prose = { type: 'string', minLength: 1, maxLength: 2000 } as const;
