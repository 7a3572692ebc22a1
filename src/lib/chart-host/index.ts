export { mount, type HostedChart, type MountedChart, type RowEvent, type Size } from './mount.ts';
export {
  renderSvg,
  renderSvgContent,
  type RenderSvgOptions,
  type SvgContentOptions,
} from './render-svg.ts';
