/** Makes a report in the page; all of the code is fetched when the first one is asked for. */
import type { Messages } from '#lib/i18n/index.ts';
import type { Locale, Scheme } from '#lib/model/index.ts';
import type { Choices } from '#lib/state/choices.ts';
import type { ReportView } from '#lib/state/report-view.ts';
import type { Session } from '#lib/state/session.svelte.ts';
import { MakingError, type MadeFile, type MakingWatch } from '#lib/views/report/making.svelte.ts';

interface Place {
  readonly session: Session;
  readonly schemes: readonly Scheme[];
  readonly choices: Choices;
  readonly locale: Locale;
  readonly m: Messages;
  /** Query string of the page, which the figures lead back to. */
  readonly search: string;
}

export async function makeReport(
  { session, schemes, choices, locale, m, search }: Place,
  view: ReportView,
  watch: MakingWatch,
): Promise<MadeFile> {
  const [makers, materials, files] = await Promise.all([
    import('#lib/briefing/make-report.ts'),
    import('#lib/briefing/material.ts'),
    import('#lib/export/index.ts'),
  ]).catch((cause: unknown) => {
    throw new MakingError('notLoaded', { cause });
  });
  const { layer, format } = view;
  await session.ensure(layer, view.scheme);
  const loaded = session.get(layer, view.scheme);
  const scheme = schemes.find(({ id }) => id === view.scheme);
  if (!loaded || !scheme) throw new MakingError('noData');
  const { dataset, result } = loaded;
  const { manifest } = session;
  const request = { ...view, locale };
  const material = await materials.readMaterial(
    { manifest, choices, scheme, dataset, result },
    request,
    (query, params) => session.ask(layer, query, params),
    watch,
  );
  const report = makers.composeReport(material, request, search, m);
  const paint = async (figure: Parameters<typeof files.figurePng>[0]) =>
    new Uint8Array(await (await files.figurePng(figure, { scale: 1 })).arrayBuffer());
  return makers.writeReport(report, format, paint, { watch });
}
