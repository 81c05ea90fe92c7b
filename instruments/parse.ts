import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import { type Battery, batterySchema } from './schema/battery.schema.ts';
import { type Careers, careersSchema } from './schema/careers.schema.ts';
import { type Instrument, instrumentSchema } from './schema/instrument.schema.ts';
import { type NormFile, normsSchema } from './schema/norms.schema.ts';
import { type PropensityTable, propensitySchema } from './schema/propensity.schema.ts';
import { type InstrumentText, textSchema } from './schema/text.schema.ts';

/**
 * Text of a file → a value of its type. Each throws an Error that names the file, the place in it (a JSON pointer),
 * what is wrong, and at most ten such lines.
 */
export const parseInstrument = parser<Instrument>(instrumentSchema);
export const parseText = parser<InstrumentText>(textSchema);
export const parseNorms = parser<NormFile>(normsSchema);
export const parsePropensity = parser<PropensityTable>(propensitySchema);
export const parseBattery = parser<Battery>(batterySchema);
export const parseCareers = parser<Careers>(careersSchema);

function parser<T>(schema: object): (json: string, name: string) => T {
  let validate: ValidateFunction<T> | undefined;
  return (json, name) => {
    validate ??= new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true }).compile<T>(schema);
    const value: unknown = parseJson(json, name);
    if (validate(value)) return value;
    throw new Error(`${name} does not hold its schema:\n${(validate.errors ?? []).slice(0, 10).map(line).join('\n')}`);
  };
}

function parseJson(json: string, name: string): unknown {
  try {
    return JSON.parse(json);
  } catch (cause) {
    throw new Error(`${name} is not JSON: ${cause instanceof Error ? cause.message : cause}`, { cause });
  }
}

function line({ instancePath, message, params }: ErrorObject): string {
  const extra = typeof params.additionalProperty === 'string' ? ` (${params.additionalProperty})` : '';
  return `  ${instancePath || '/'} ${message ?? 'is wrong'}${extra}`;
}
