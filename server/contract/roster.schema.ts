import type { FromSchema } from 'json-schema-to-ts';
import { count, id, instant, shortText, uuid } from './primitives.schema.ts';

export const rosterField = {
  type: 'string',
  enum: ['ownId', 'fullName', 'familyName', 'givenName', 'patronymic', 'birthDate', 'sex', 'language', 'class', 'iin'],
} as const;

const line = { type: 'integer', minimum: 0, maximum: 1_000_000 } as const;
/** Position of a row in the list of rows, from 0. */
const rowIndex = { type: 'integer', minimum: 0, maximum: 5100 } as const;
const columnIndex = { type: 'integer', minimum: 0, maximum: 59 } as const;
const cellText = { type: 'string', maxLength: 400 } as const;
const decision = { type: 'string', enum: ['same', 'new', 'skip'] } as const;

export const importParams = {
  type: 'object',
  additionalProperties: false,
  required: ['school', 'import'],
  properties: { school: id, import: uuid },
} as const;
export type ImportParams = FromSchema<typeof importParams>;

/** A file as it is: CSV, XLSX or a OneRoster CSV package, in base64. */
export const newImport = {
  type: 'object',
  additionalProperties: false,
  required: ['fileName', 'content'],
  properties: {
    fileName: { type: 'string', minLength: 1, maxLength: 200 },
    content: { type: 'string', minLength: 1, maxLength: 8_000_000, pattern: '^[A-Za-z0-9+/=]+$' },
    /** The class the file is about, where no column says it. */
    class: id,
    /** In a OneRoster package of several schools: this school's id, identifier or name there. */
    organisation: { type: 'string', minLength: 1, maxLength: 200 },
  },
} as const;
export type NewImport = FromSchema<typeof newImport>;

/** Corrections of a preview; what is not named stays. */
export const importChanges = {
  type: 'object',
  additionalProperties: false,
  properties: {
    /** The class the file is about, where no column says it. */
    class: { anyOf: [id, { type: 'null' }] },
    columns: {
      type: 'array',
      maxItems: 60,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['column', 'field'],
        properties: { column: columnIndex, field: { anyOf: [rosterField, { type: 'null' }] } },
      },
    },
    cells: {
      type: 'array',
      maxItems: 5000,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['row', 'column', 'text'],
        properties: { row: rowIndex, column: columnIndex, text: cellText },
      },
    },
    decisions: {
      type: 'array',
      maxItems: 5100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['row', 'decision'],
        properties: { row: rowIndex, decision: { anyOf: [decision, { type: 'null' }] } },
      },
    },
  },
} as const;
export type ImportChanges = FromSchema<typeof importChanges>;

export const importState = { type: 'string', enum: ['draft', 'applying', 'applied', 'undoing', 'undone'] } as const;

const counts = {
  type: 'object',
  additionalProperties: false,
  required: ['add', 'update', 'same', 'ask', 'wrong', 'skip'],
  properties: { add: count, update: count, same: count, ask: count, wrong: count, skip: count },
} as const;

export const importRow = {
  type: 'object',
  additionalProperties: false,
  required: ['line', 'action', 'cells', 'issues', 'match', 'changes', 'decision'],
  properties: {
    /** Line of the text file or row of the sheet, as the person's own program numbers it. */
    line,
    action: { type: 'string', enum: ['add', 'update', 'same', 'ask', 'wrong', 'skip'] },
    cells: { type: 'array', maxItems: 60, items: cellText },
    issues: {
      type: 'array',
      maxItems: 20,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['column', 'field', 'code', 'expected'],
        properties: {
          /** Where in `cells`; null where the file has no such column. */
          column: { anyOf: [columnIndex, { type: 'null' }] },
          field: rosterField,
          code: id,
          /** What was expected, in the reader's language. */
          expected: shortText,
        },
      },
    },
    /** The pupil who is there already and how they were found; `name` is a question. */
    match: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          additionalProperties: false,
          required: ['pid', 'by', 'name', 'birthDate', 'class'],
          properties: {
            pid: uuid,
            by: { type: 'string', enum: ['own-id', 'iin', 'name'] },
            name: { type: 'string', maxLength: 300 },
            birthDate: shortText,
            class: shortText,
          },
        },
      ],
    },
    changes: { type: 'array', maxItems: 10, items: rosterField },
    decision: { anyOf: [decision, { type: 'null' }] },
  },
} as const;
export type ImportRow = FromSchema<typeof importRow>;

export const importOutcome = {
  type: 'object',
  additionalProperties: false,
  required: ['added', 'updated', 'same', 'left', 'newClasses'],
  properties: {
    added: count,
    updated: count,
    same: count,
    /** Rows not taken: wrong, skipped or an open question. */
    left: count,
    newClasses: { type: 'array', maxItems: 200, items: shortText },
  },
} as const;
export type ImportOutcome = FromSchema<typeof importOutcome>;

export const importPreview = {
  type: 'object',
  additionalProperties: false,
  required: [
    'id',
    'state',
    'fileName',
    'format',
    'encoding',
    'createdAt',
    'expiresAt',
    'class',
    'columns',
    'missing',
    'rows',
    'counts',
    'newClasses',
    'absent',
    'outcome',
  ],
  properties: {
    id: uuid,
    state: importState,
    fileName: shortText,
    format: { type: 'string', enum: ['csv', 'xlsx', 'oneroster'] },
    /** `windows-1251` has no Kazakh letters: names may have lost them before the file came here. */
    encoding: { anyOf: [{ type: 'string', enum: ['utf-8', 'utf-16', 'windows-1251'] }, { type: 'null' }] },
    createdAt: instant,
    /** A draft is forgotten after this; an applied import can be undone until then. */
    expiresAt: instant,
    /** The class the file is about, as it was said; null: the file says it. */
    class: { anyOf: [id, { type: 'null' }] },
    columns: {
      type: 'array',
      maxItems: 60,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['heading', 'field'],
        properties: { heading: cellText, field: { anyOf: [rosterField, { type: 'null' }] } },
      },
    },
    /** Fields without which nothing can be taken: which column holds them? */
    missing: { type: 'array', maxItems: 10, items: rosterField },
    rows: { type: 'array', maxItems: 5100, items: importRow },
    counts,
    newClasses: { type: 'array', maxItems: 200, items: shortText },
    /** Pupils of the file's classes whom the file does not name; they stay. */
    absent: count,
    outcome: { anyOf: [importOutcome, { type: 'null' }] },
  },
} as const;
export type ImportPreview = FromSchema<typeof importPreview>;

export const importApplication = {
  type: 'object',
  additionalProperties: false,
  required: ['rows'],
  properties: {
    /** `all`: refuse while any row is wrong or a question; `right`: take the right ones and leave the rest. */
    rows: { type: 'string', enum: ['all', 'right'] },
  },
} as const;
export type ImportApplication = FromSchema<typeof importApplication>;

export const importUndone = {
  type: 'object',
  additionalProperties: false,
  required: ['removed', 'restored', 'kept'],
  properties: {
    removed: count,
    restored: count,
    /** Who stays as they are, and why: they have begun, or were changed since. */
    kept: {
      type: 'array',
      maxItems: 5100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['pid', 'name', 'why'],
        properties: {
          pid: uuid,
          name: { type: 'string', maxLength: 300 },
          why: { type: 'string', enum: ['has-begun', 'changed-since'] },
        },
      },
    },
  },
} as const;
export type ImportUndone = FromSchema<typeof importUndone>;

export const importList = {
  type: 'object',
  additionalProperties: false,
  required: ['imports'],
  properties: {
    imports: {
      type: 'array',
      maxItems: 100,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'state', 'fileName', 'createdAt', 'by', 'expiresAt', 'outcome'],
        properties: {
          id: uuid,
          state: importState,
          fileName: shortText,
          createdAt: instant,
          by: shortText,
          expiresAt: instant,
          outcome: { anyOf: [importOutcome, { type: 'null' }] },
        },
      },
    },
  },
} as const;
export type ImportList = FromSchema<typeof importList>;
