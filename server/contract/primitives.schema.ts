/** Building blocks of the wire, each bounded: no string or array may come in without a limit. */

export const language = { type: 'string', enum: ['kk', 'ru', 'en'] } as const;

/** A UUID made by the client (any version), lower case. */
export const uuid = {
  type: 'string',
  minLength: 36,
  maxLength: 36,
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$',
} as const;

/** An id the server or the catalogue made: letters, digits, dot, dash, underscore. */
export const id = { type: 'string', minLength: 1, maxLength: 64, pattern: '^[A-Za-z0-9._-]+$' } as const;

/** An item's or a scale's id; it becomes a field name in the database, hence no dot and no dollar. */
export const itemId = { type: 'string', minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9_-]+$' } as const;

/** An instant, ISO 8601 in UTC, as `Date.toISOString` writes it. */
export const instant = { type: 'string', minLength: 20, maxLength: 30, pattern: '^[0-9TZ:.-]+$' } as const;

/** A calendar day, YYYY-MM-DD, in Kazakhstan's time (UTC+5). */
export const day = { type: 'string', minLength: 10, maxLength: 10, pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' } as const;

export const semver = {
  type: 'string',
  minLength: 5,
  maxLength: 20,
  pattern: '^[0-9]{1,5}\\.[0-9]{1,5}\\.[0-9]{1,5}$',
} as const;

export const shortText = { type: 'string', maxLength: 200 } as const;
export const longText = { type: 'string', maxLength: 4000 } as const;
export const count = { type: 'integer', minimum: 0, maximum: 100_000_000 } as const;
export const finite = { type: 'number', minimum: -1e12, maximum: 1e12 } as const;
export const nullableNumber = { anyOf: [finite, { type: 'null' }] } as const;

/** The same words in the three languages. */
export const words = {
  type: 'object',
  additionalProperties: false,
  required: ['kk', 'ru', 'en'],
  properties: { kk: shortText, ru: shortText, en: shortText },
} as const;

/** Several sentences in the three languages. */
export const longWords = { ...words, properties: { kk: longText, ru: longText, en: longText } } as const;

export const empty = { type: 'object', additionalProperties: false, properties: {} } as const;
