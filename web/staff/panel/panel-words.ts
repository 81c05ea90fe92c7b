import type { NewExpert, PanelHead, RoundOutcomeWire } from '../../../server/contract/panel.schema.ts';
import { m } from '../../i18n/generated/messages.js';
import type { Tone } from '../ui/mark.tsx';

export const panelStates: Readonly<Record<PanelHead['state'], readonly [Tone, () => string]>> = {
  first: ['going', m.panel_state_first],
  second: ['going', m.panel_state_second],
  closed: ['warn', m.panel_state_closed],
  published: ['good', m.panel_state_published],
  superseded: ['none', m.panel_state_superseded],
  withdrawn: ['warn', m.panel_state_withdrawn],
};

export const panelLeads: Readonly<Record<PanelHead['state'], () => string>> = {
  first: m.panel_lead_first,
  second: m.panel_lead_second,
  closed: m.panel_lead_closed,
  published: m.panel_lead_decided,
  superseded: m.panel_lead_decided,
  withdrawn: m.panel_lead_decided,
};

export const roundWords: Readonly<Record<RoundOutcomeWire['round'], () => string>> = {
  first: m.panel_round_first,
  second: m.panel_round_second,
};

export const backgroundWords: Readonly<Record<NewExpert['background'], () => string>> = {
  teacher: m.panel_bg_teacher,
  psychologist: m.panel_bg_psychologist,
  university: m.panel_bg_university,
  parent: m.panel_bg_parent,
  'former-pupil': m.panel_bg_former_pupil,
  other: m.panel_bg_other,
};

export const reasonWords: Readonly<Record<RoundOutcomeWire['reasons'][number], () => string>> = {
  'too few experts': m.panel_why_few,
  'too little agreement': m.panel_why_agree,
  'no option left': m.panel_why_none,
};
