import type { Locale } from '#lib/model/index.ts';
import type { ReportTemplate } from '#lib/state/report-view.ts';
import type { Scope } from '#lib/state/scope.ts';

export { REPORT_FORMATS, REPORT_TEMPLATES } from '#lib/state/report-view.ts';
export type { ReportFormat, ReportTemplate } from '#lib/state/report-view.ts';

/** Which report of which data, in which language. */
export interface ReportRequest extends Scope {
  readonly template: ReportTemplate;
  readonly locale: Locale;
}
