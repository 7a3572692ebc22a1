import type { Message } from './message.ts';
import { CELL_MESSAGES } from './cell-messages.ts';
import { EDITION_MESSAGES } from './edition-messages.ts';
import { FILE_MESSAGES } from './file-messages.ts';
import { REFERENCE_MESSAGES } from './reference-messages.ts';
import { RULE_MESSAGES } from './rule-messages.ts';
import { VALUE_MESSAGES } from './value-messages.ts';

const ALL = {
  ...FILE_MESSAGES,
  ...CELL_MESSAGES,
  ...VALUE_MESSAGES,
  ...REFERENCE_MESSAGES,
  ...RULE_MESSAGES,
  ...EDITION_MESSAGES,
};

export type FindingCode = keyof typeof ALL;

/** Every finding code with its texts. */
export const MESSAGES: Readonly<Record<FindingCode, Message>> = ALL;
