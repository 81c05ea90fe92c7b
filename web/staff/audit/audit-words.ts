import { m } from '../../i18n/generated/messages.js';

const words: Readonly<Record<string, () => string>> = {
  'staff.sign-in': m.audit_staff_sign_in,
  'staff.sign-out': m.audit_staff_sign_out,
  'staff.sign-out-everywhere': m.audit_staff_sign_out_everywhere,
  'class.read': m.audit_class_read,
  'pupil.add': m.audit_pupil_add,
  'codes.issue': m.audit_codes_issue,
  'profile.read': m.audit_profile_read,
  'explanation.read': m.audit_explanation_read,
  'pupil-report.read': m.audit_pupil_report_read,
  'consent.read': m.audit_consent_read,
  'consent.paper': m.audit_consent_paper,
  'consent.pupil': m.audit_consent_pupil,
  'consent.guardian': m.audit_consent_guardian,
  'import.read': m.audit_import_read,
  'import.list': m.audit_import_list,
  'import.correct': m.audit_import_correct,
  'import.apply': m.audit_import_apply,
  'import.undo': m.audit_import_undo,
  'import.discard': m.audit_import_discard,
  'live.watch': m.audit_live_watch,
  'codes.issue-class': m.audit_codes_issue_class,
  'codes.print': m.audit_codes_print,
  'consent.overview': m.audit_consent_overview,
  'consent.remind': m.audit_consent_remind,
  'school.pupils': m.audit_school_pupils,
  'campaign.open': m.audit_campaign_open,
  'erasure.ask': m.audit_erasure_ask,
  'erasure.take-back': m.audit_erasure_take_back,
  'erasure.decide': m.audit_erasure_decide,
  'export.class-list': m.audit_export_list,
  'export.research': m.audit_export_research,
  'report.read': m.audit_report_read,
};

/** What was done, in words; an action this page does not know yet is shown as the log names it. */
export const auditWords = (action: string): string => words[action]?.() ?? action;
