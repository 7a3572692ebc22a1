/** The stable names of observations: layer, subject, indicator, period; revisions share one. */
import { LAYERS, type Layer } from './vocabulary.ts';

export const observationId = (subject: string, indicator: string, period: string): string =>
  `${subject}/${indicator}/${period}`;

/** Who an institution's own observations are about. */
export const institutionSubject = (layer: string, institution: string, entity = ''): string =>
  `${layer}/${institution}/${entity}`;

/** The name of an institution's number, whether or not there is one. */
export const institutionObservationId = (
  layer: Layer,
  institution: string,
  indicator: string,
  period: string,
): string => observationId(institutionSubject(layer, institution), indicator, period);

/** The name of another indicator of the same subject and period: a part of a ratio. */
export const siblingId = (id: string, indicator: string): string =>
  id.replace(/[^/]*(?=\/[^/]*$)/, () => indicator);

/** The layer that an observation lies in; null for what is no name of one. */
export const layerOfObservation = (id: string): Layer | null =>
  LAYERS.find((layer) => id.startsWith(`${layer}/`)) ?? null;
