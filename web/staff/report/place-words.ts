import type { ReportRow } from '../../../server/contract/campaign.schema.ts';
import { m } from '../../i18n/generated/messages.js';

export function localityWords(locality: ReportRow['locality']): string {
  if (locality === null) return '';
  return locality === 'rural' ? m.locality_rural() : m.locality_urban();
}
