import { formatPercent, type Messages } from '#lib/i18n/index.ts';
import type { Agreement, SessionStatus } from '#lib/state/session.svelte.ts';

/** What the note under the ranking says of the engines. */
export function engineText(
  status: SessionStatus | null,
  agreement: Agreement,
  m: Messages,
): string {
  if (status === null) return m.engine.prerendered;
  switch (status.duckdb) {
    case 'off':
      return m.engine.typescript;
    case 'booting': {
      const { loaded = 0, total = 0 } = status.progress ?? {};
      return m.engine.booting(total > 0 ? formatPercent(Math.min(1, loaded / total)) : '');
    }
    case 'failed':
      return m.engine.failed(status.reason ? m.error[status.reason.code] : '');
    case 'ready':
      if (agreement === 'unknown') return m.engine.checking;
      return agreement === 'agree' ? m.engine.agree : m.engine.disagree;
  }
}
