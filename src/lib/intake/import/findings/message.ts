import type { LocalText } from '#lib/model/index.ts';
import type { ImportSeverity } from '../outcome.ts';

/** Text of one import finding; `{slots}` are filled with the particulars. */
export interface ImportMessage {
  readonly severity: ImportSeverity;
  /** What holds, or by which rule the cell was read. */
  readonly rule: LocalText;
  /** What the person who hands in the file does about it; empty where nothing. */
  readonly todo: LocalText;
}

type Texts = readonly [ruleZh: string, ruleEn: string, todoZh?: string, todoEn?: string];

const of =
  (severity: ImportSeverity) =>
  (...[ruleZh, ruleEn, todoZh = '', todoEn = '']: Texts): ImportMessage => ({
    severity,
    rule: { zh: ruleZh, en: ruleEn },
    todo: { zh: todoZh, en: todoEn },
  });

export const error = of('error');
export const warning = of('warning');
export const information = of('information');
