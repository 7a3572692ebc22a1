/** Which report is asked for, as one value that the URL holds. */
import type { Manifest, Scheme } from '#lib/model/index.ts';
import { oneOf, parseAddress, printAddress, type Fields } from './address.ts';
import {
  scopeDefaults,
  scopeFields,
  scopeOptions,
  type Scope,
  type ScopeOptions,
} from './scope.ts';

export const REPORT_TEMPLATES = ['notice', 'counties', 'review'] as const;
export type ReportTemplate = (typeof REPORT_TEMPLATES)[number];

/** What the page makes: a template filled with data, or what the reader has collected. */
export const REPORT_CHOICES = [...REPORT_TEMPLATES, 'collection'] as const;
export type ReportChoice = (typeof REPORT_CHOICES)[number];

export const REPORT_FORMATS = ['docx', 'pptx', 'zip'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

export interface ReportView extends Scope {
  readonly template: ReportChoice;
  readonly format: ReportFormat;
}

export interface ReportOptions extends ScopeOptions {
  readonly defaults: ReportView;
}

export const reportOptions = (
  manifest: Manifest,
  schemes: readonly Scheme[],
  periods: ScopeOptions['periods'],
): ReportOptions => ({
  ...scopeOptions(manifest, schemes, periods),
  defaults: { ...scopeDefaults(manifest, schemes), template: 'notice', format: 'docx' },
});

const fields = (options: ReportOptions): Fields<ReportView> => ({
  ...scopeFields(options),
  template: { name: 'template', field: oneOf(REPORT_CHOICES) },
  format: { name: 'format', field: oneOf(REPORT_FORMATS) },
});

export const parseReportView = (params: URLSearchParams, options: ReportOptions): ReportView =>
  parseAddress(fields(options), params, options.defaults);

export const reportSearch = (view: ReportView, options: ReportOptions): string =>
  printAddress(fields(options), view, options.defaults);
