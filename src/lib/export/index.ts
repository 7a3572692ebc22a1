export { copyPng, copyText } from './clipboard.ts';
export { csvFile, csvRecords, safeText, type CsvCell, type CsvInput, type Sheet } from './csv.ts';
export { download } from './download.ts';
export {
  FigureSizeError,
  figurePng,
  PNG_KEYWORD,
  PNG_SCALES,
  type PngScale,
} from './figure-png.ts';
export { figureSvg, type Figure, type FigureSvgInput } from './figure-svg.ts';
export { fileName } from './file-name.ts';
export { readPngText } from './png-chunks.ts';
export { FIGURE_PRESETS, PRESET_SIZES, type FigurePreset } from './presets.ts';
export { PROVENANCE_NAMESPACE, type Provenance } from './provenance.ts';
export { withWatermark } from './watermark.ts';
