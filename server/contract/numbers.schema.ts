import type { FromSchema } from 'json-schema-to-ts';
import { campaignReport, reportRow } from './campaign.schema.ts';
import { count, id, instant, shortText, words } from './primitives.schema.ts';

/** A school in numbers: participation by class, and what the region's frozen release tells of it. Of no pupil. */
export const schoolNumbers = {
  type: 'object',
  additionalProperties: false,
  required: ['school', 'classes', 'release'],
  properties: {
    school: words,
    classes: {
      type: 'array',
      maxItems: 200,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'name', 'pupils', 'consented', 'started', 'submitted'],
        properties: { id, name: shortText, pupils: count, consented: count, started: count, submitted: count },
      },
    },
    /** Null while the region has no release, or the school is in none. */
    release: {
      anyOf: [
        { type: 'null' },
        {
          type: 'object',
          additionalProperties: false,
          required: ['number', 'releasedAt', 'scales', 'choices', 'row', 'cluster', 'clusterSchools'],
          properties: {
            number: count,
            releasedAt: instant,
            scales: campaignReport.properties.scales,
            choices: campaignReport.properties.choices,
            row: reportRow,
            /** The small schools the figures are of, where the school alone is too small. */
            cluster: { anyOf: [reportRow, { type: 'null' }] },
            clusterSchools: count,
          },
        },
      ],
    },
  },
} as const;
export type SchoolNumbers = FromSchema<typeof schoolNumbers>;
