/** What a file says of itself. */
import { element, xmlText, XML_HEAD } from '../xml.ts';
import { PACKAGE } from './namespaces.ts';
import type { WorkbookModel } from './workbook-model.ts';

const text = (name: string, content: string | undefined) =>
  content === undefined || content === '' ? '' : element(name, {}, xmlText(content));

/** Made and changed at the start of the day of its data. */
export function corePropertiesPart(model: WorkbookModel): string {
  const day = (name: string) =>
    element(name, { 'xsi:type': 'dcterms:W3CDTF' }, `${xmlText(model.day)}T00:00:00Z`);
  return (
    XML_HEAD +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      text('dc:title', model.title) +
        text('dc:creator', model.creator) +
        text('dc:description', model.description) +
        text('cp:lastModifiedBy', model.creator) +
        day('dcterms:created') +
        day('dcterms:modified'),
    )
  );
}

export const appPropertiesPart = (model: WorkbookModel): string =>
  XML_HEAD +
  element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
    text('Application', model.creator),
  );
