export { groupFindings, MOST_LISTED, type FindingGroup } from './grouped.ts';
export {
  REPORT_FORMAT,
  REPORT_VERSION,
  reportJson,
  reportOf,
  type IntakeReport,
} from './report-json.ts';
export { reportText } from './report-text.ts';
