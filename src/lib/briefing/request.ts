import type { Locale } from '#lib/model/index.ts';
import type { Scope } from '#lib/state/scope.ts';

export const TEMPLATES = ['notice', 'counties', 'review'] as const;
export type TemplateId = (typeof TEMPLATES)[number];

export const FORMATS = ['docx', 'pptx'] as const;
export type ReportFormat = (typeof FORMATS)[number];

/** Which report of which data, in which language. */
export interface ReportRequest extends Scope {
  readonly template: TemplateId;
  readonly locale: Locale;
}
