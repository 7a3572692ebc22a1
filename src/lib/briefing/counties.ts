/** 一县一页: every institution of a scope on a page of its own, in the order of places. */
import { cutoffOf } from '#lib/state/cutoff.ts';
import { institutionsInScope, placesIn, rowIndex } from '#lib/state/standing.ts';
import type { Material } from './material.ts';
import { profilePieces } from './profile-pieces.ts';
import type { Report } from './report.ts';
import type { ReportRequest } from './request.ts';
import { layerMark, natureOf, scopeText, sourceLines, type Words } from './words.ts';

export function countiesReport(
  material: Material,
  request: ReportRequest,
  search: string,
  words: Words,
): Report {
  const { manifest, dataset, scheme, result } = material;
  const { layer, period } = request;
  const { m, r, locale } = words;
  const scope = scopeText(material, request, words);
  const sources = sourceLines(material, request, words);
  const inScope = institutionsInScope(dataset, request);
  const places = placesIn(result, rowIndex(result), inScope, scheme.index.code, period);
  const last = inScope.length + 1;
  const placeOf = (id: string) => places.get(id) ?? last;
  // Sorting is stable: those without a place stay in the order of their codes, at the end.
  const ordered = [...inScope].sort(
    (a, b) => placeOf(a.institution_id) - placeOf(b.institution_id),
  );
  return {
    locale,
    title: r.titles.counties(scope, period),
    mark: layerMark(layer, m),
    day: cutoffOf(manifest, period),
    sources,
    nature: natureOf(material, request),
    fileParts: [m.layer[layer], r.template.counties.name, scope, period, scheme.name[locale]],
    pieces: ordered.flatMap((institution, i) => [
      ...(i === 0 ? [] : [{ kind: 'page-break' } as const]),
      ...profilePieces(material, request, institution, sources, search, words),
    ]),
  };
}
