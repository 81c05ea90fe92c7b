import type { FromSchema } from 'json-schema-to-ts';
import { count, nullableNumber } from './primitives.schema.ts';

/** What another key would move among a campaign's pupils; nothing of it is written. */
export const keyEffect = {
  type: 'object',
  additionalProperties: false,
  required: [
    'looked',
    'scored',
    'correlation',
    'meanShift',
    'thirdChanged',
    'invitedBefore',
    'invitedAfter',
    'invitedAnew',
    'notAnyMore',
    'leaveOneOut',
  ],
  properties: {
    looked: count,
    /** With a score by both keys. */
    scored: count,
    correlation: nullableNumber,
    /** Mean difference in standard deviations of the scores by the key in force. */
    meanShift: nullableNumber,
    /** Who would stand in another third of the campaign. */
    thirdChanged: count,
    invitedBefore: count,
    invitedAfter: count,
    invitedAnew: count,
    notAnyMore: count,
    /** Leaving out any one expert: at most so many would stand in another third than by the whole panel's key. */
    leaveOneOut: { anyOf: [{ type: 'null' }, count] },
  },
} as const;
export type KeyEffect = FromSchema<typeof keyEffect>;
